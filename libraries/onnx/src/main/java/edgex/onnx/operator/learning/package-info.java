/** Classic machine learning: domain ai.onnx.ml, and counted n-grams. */
package edgex.onnx.operator.learning;
