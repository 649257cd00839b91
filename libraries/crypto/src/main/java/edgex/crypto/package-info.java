/**
 * Cryptography in plain Java: what all families share. Each family has a package of its own.
 *
 * <p>Rules of this module. Outputs go into the caller's buffers and are zeroed when an operation
 * fails. Objects own their working memory, so that operations allocate nothing; they are made for
 * one thread at a time. No branch and no address depends on a secret, except where a standard's
 * rejection loop allows it and the method says so. Wrong use of a method (a buffer that is too
 * small) is an {@link IllegalArgumentException} or {@link IndexOutOfBoundsException}; bad data from
 * outside is a {@link edgex.crypto.CryptoException} or the answer {@code false}.
 */
package edgex.crypto;
