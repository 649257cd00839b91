/** The kernel suite: what the kernel promises, and every refusal, tried out on target. */
package edgex.tests.kernel;
