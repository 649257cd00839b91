/** Normalization. */
package edgex.onnx.operator.normalization;
