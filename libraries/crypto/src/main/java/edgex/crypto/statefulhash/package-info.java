/**
 * Stateful hash-based signatures (SP 800-208): LMS, its hierarchy HSS (RFC 8554), XMSS (RFC 8391).
 */
package edgex.crypto.statefulhash;
