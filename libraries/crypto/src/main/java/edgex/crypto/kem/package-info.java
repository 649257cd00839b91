/** Key encapsulation: one interface, and hybrids of ML-KEM with elliptic curves. */
package edgex.crypto.kem;
