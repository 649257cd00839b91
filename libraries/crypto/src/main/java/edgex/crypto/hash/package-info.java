/** One interface for hash functions and extendable outputs; SHA-2, HMAC, HKDF. */
package edgex.crypto.hash;
