/** {@code ./edgex bench kernel}: the kernel beside Linux, both on the same emulated machine. */
package edgex.bench.kernel;
