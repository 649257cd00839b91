/** The ONNX operators: {@link edgex.onnx.operator.StandardOperators} lists those supported. */
package edgex.onnx.operator;
