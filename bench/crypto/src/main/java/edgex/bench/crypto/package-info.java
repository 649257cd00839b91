/** {@code ./edgex bench crypto}: EdgeX compiled ahead of time beside BouncyCastle and the JDK. */
package edgex.bench.crypto;
