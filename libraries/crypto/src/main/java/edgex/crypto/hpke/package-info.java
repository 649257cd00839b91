/** Hybrid public key encryption (RFC 9180). */
package edgex.crypto.hpke;
