/** Signatures that hold as long as one of two schemes does. */
package edgex.crypto.composite;
