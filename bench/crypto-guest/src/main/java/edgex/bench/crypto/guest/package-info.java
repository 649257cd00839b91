/** Cryptography on target: instructions of each operation. */
package edgex.bench.crypto.guest;
