/** Many elements folded into one. */
package edgex.onnx.operator.reduction;
