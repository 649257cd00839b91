/** The part of the kernel benchmark that runs on target: raw stubs in processes of their own. */
package edgex.bench.kernel.target;
