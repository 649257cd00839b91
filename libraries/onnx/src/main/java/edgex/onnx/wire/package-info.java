/** The protocol-buffer encoding that ONNX files use. */
package edgex.onnx.wire;
