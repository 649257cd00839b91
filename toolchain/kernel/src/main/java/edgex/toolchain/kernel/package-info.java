/** What the kernel needs after its link: names of its functions for panics. */
package edgex.toolchain.kernel;
