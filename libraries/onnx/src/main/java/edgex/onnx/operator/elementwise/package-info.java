/** Functions of single elements. */
package edgex.onnx.operator.elementwise;
