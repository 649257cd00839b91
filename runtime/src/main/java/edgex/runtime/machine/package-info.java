/**
 * What Java cannot say: memory by address with its order, and the trap into the kernel. Each class
 * has a twin of the same name in this module's tests, which runs on the JVM over simulated memory
 * and a simulated kernel.
 */
package edgex.runtime.machine;
