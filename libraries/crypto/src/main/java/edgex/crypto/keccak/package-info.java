/** The Keccak family: SHA-3, SHAKE, cSHAKE, KMAC and TurboSHAKE. */
package edgex.crypto.keccak;
