/** Runs a kernel and a boot image in QEMU and reads what the guest reports on its second line. */
package edgex.host.machine;
