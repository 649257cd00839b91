/** Pictures resized, sampled at any place, and boxes in them. */
package edgex.onnx.operator.image;
