/** Sound: Fourier transforms, windows, mel filters. */
package edgex.onnx.operator.signal;
