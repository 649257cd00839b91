/** The system calls, generated from their declaration. */
package edgex.runtime.system;
