/** The stream cipher ChaCha20, the authenticator Poly1305, and both together (RFC 8439). */
package edgex.crypto.chacha;
