/** Keys and signatures in CBOR (COSE, RFC 9052). */
package edgex.crypto.encoding.cose;
