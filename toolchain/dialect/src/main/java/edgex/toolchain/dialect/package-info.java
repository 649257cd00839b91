/**
 * The kernel-dialect checker: reads class files and reports every use of Java that the kernel may
 * not make, because the ahead-of-time compiler would turn it into something else than it says.
 */
package edgex.toolchain.dialect;
