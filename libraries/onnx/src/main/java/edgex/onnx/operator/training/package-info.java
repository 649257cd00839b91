/** Losses, and steps of optimizers. */
package edgex.onnx.operator.training;
