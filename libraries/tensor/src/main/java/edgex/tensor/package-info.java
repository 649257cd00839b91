/**
 * Tensors and the portable numeric kernels that work on them.
 *
 * <p>A {@link edgex.tensor.Tensor} is an element type, a {@link edgex.tensor.Shape} and a run of
 * elements in row-major order inside a Java array, starting at an offset, so that many tensors can
 * share one arena. Kernels are static methods over such arrays and offsets: they allocate nothing
 * in their loops, and a native twin can take the place of one class at link time.
 */
package edgex.tensor;
