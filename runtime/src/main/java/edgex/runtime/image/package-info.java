/** Reading a boot image that lies in memory. */
package edgex.runtime.image;
