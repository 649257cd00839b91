/**
 * The loops that models spend their time in, over arrays, offsets and lengths. {@link
 * edgex.tensor.kernel.FloatKernels} and {@link edgex.tensor.kernel.ByteKernels} are replaced by C
 * in programs compiled ahead of time (docs/adr/0010-native-twins.md); the classes whose names begin
 * with Reference define what is computed.
 */
package edgex.tensor.kernel;
