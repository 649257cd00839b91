/**
 * What programs that test or measure the kernel have in common. Such a program is the root process
 * of its own image: it holds everything there is, and nothing else runs. It makes processes by
 * system calls alone and puts robots into them, threads that do one thing after the other as told.
 */
package edgex.tests.harness;
