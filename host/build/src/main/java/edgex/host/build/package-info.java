/**
 * Builds a kernel and a boot image from the repository: plans the image, compiles what changed,
 * lays the image out. Everything made is below {@code build/}.
 */
package edgex.host.build;
