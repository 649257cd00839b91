/** Operators that run sub-graphs. */
package edgex.onnx.operator.control;
