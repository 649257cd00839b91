/** ML-KEM, the module-lattice-based key encapsulation mechanism of FIPS 203. */
package edgex.crypto.mlkem;
