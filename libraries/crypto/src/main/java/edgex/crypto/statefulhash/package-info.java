/** Stateful hash-based signatures (SP 800-208): LMS and its hierarchy HSS of RFC 8554. */
package edgex.crypto.statefulhash;
