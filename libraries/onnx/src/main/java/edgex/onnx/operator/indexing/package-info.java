/** Elements chosen by index. */
package edgex.onnx.operator.indexing;
