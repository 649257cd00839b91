/**
 * The hot loops: permutations, compression functions, number-theoretic transforms, sampling and bit
 * packing. They are the seam of this module: static methods over arrays that trust their arguments,
 * so {@code libraries/crypto-native} can put classes of the same names in their place when a
 * program is compiled ahead of time. The Java here is the reference, and what a JVM runs.
 */
package edgex.crypto.primitive;
