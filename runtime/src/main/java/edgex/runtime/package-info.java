/** What a Java process of EdgeX stands on: its capabilities, the kernel's errors, its memory. */
package edgex.runtime;
