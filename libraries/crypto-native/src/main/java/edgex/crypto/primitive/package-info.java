/** The twins in C of the classes of this name in {@code libraries/crypto}. */
package edgex.crypto.primitive;
