/** The hash functions BLAKE2b and BLAKE2s, with and without a key (RFC 7693). */
package edgex.crypto.blake2;
