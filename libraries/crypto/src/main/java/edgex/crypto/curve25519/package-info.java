/** The curve over 2^255 - 19: key agreement X25519 (RFC 7748), signatures Ed25519 (RFC 8032). */
package edgex.crypto.curve25519;
