/** The password hash Argon2 (RFC 9106). */
package edgex.crypto.argon2;
