/** Shapes, and elements moved as they are. */
package edgex.onnx.operator.layout;
