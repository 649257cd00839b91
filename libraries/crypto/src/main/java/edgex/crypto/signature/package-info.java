/** All signature schemes behind one interface, by name: for certificates, COSE, keys in a store. */
package edgex.crypto.signature;
