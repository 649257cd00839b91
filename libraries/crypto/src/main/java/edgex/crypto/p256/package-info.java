/** The curve P-256 (SP 800-186, section 3.2.1.3): key agreement ECDH and signatures ECDSA. */
package edgex.crypto.p256;
