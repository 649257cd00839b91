/** What an ONNX file says, as plain immutable objects, and the readers that make them. */
package edgex.onnx.model;
