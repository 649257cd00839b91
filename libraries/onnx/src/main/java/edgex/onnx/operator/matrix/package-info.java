/** Matrices. */
package edgex.onnx.operator.matrix;
