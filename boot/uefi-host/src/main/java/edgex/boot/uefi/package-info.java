/**
 * The JVM's twin of what the boot loader reaches the machine by: memory and firmware, simulated.
 */
package edgex.boot.uefi;
