/** Disk images that firmware boots: partition table, FAT volume, boot code, ISO 9660. */
package edgex.toolchain.image.disk;
