/** Small integers that stand for real numbers by a scale and a zero point. */
package edgex.onnx.operator.quantization;
