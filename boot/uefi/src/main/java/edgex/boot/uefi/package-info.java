/**
 * The boot loader for UEFI: what it does alike on all processors. Written as the kernel is: it runs
 * without a collector and catches nothing.
 */
package edgex.boot.uefi;
