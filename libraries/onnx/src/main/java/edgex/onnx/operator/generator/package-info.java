/** Constants, ranges and random numbers. */
package edgex.onnx.operator.generator;
