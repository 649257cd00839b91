/** Answers of every algorithm, printed: the same on a JVM and compiled ahead of time. */
package edgex.tests.crypto.target;
