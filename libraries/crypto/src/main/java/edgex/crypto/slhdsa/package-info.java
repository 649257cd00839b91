/** SLH-DSA, the stateless hash-based signature scheme of FIPS 205. */
package edgex.crypto.slhdsa;
