/** ML-DSA, the module-lattice-based signature scheme of FIPS 204. */
package edgex.crypto.mldsa;
