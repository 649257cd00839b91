/** Convolution and pooling. */
package edgex.onnx.operator.window;
