/** Arithmetic modulo the primes of elliptic curves. */
package edgex.crypto.modular;
