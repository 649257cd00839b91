/** Builds kernel images: the kernel's classes, an architecture's native files, names for panics. */
package edgex.toolchain.kernel;
