/** The boot loader for UEFI on x86_64: hands over as the PVH protocol says. */
package edgex.boot.uefi.start;
