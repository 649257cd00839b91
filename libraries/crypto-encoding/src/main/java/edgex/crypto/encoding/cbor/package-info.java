/** CBOR (RFC 8949) with the core deterministic encoding of its section 4.2.1. */
package edgex.crypto.encoding.cbor;
