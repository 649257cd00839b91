/** The twins in C of the classes of this name in {@code libraries/tensor}. */
package edgex.tensor.kernel;
