/** The files of the boot image, read-only, handed out without copying. */
package edgex.services.bootfs;
