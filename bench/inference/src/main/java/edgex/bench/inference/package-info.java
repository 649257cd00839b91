/** {@code ./edgex bench inference}: models beside ONNX Runtime, products beside OpenBLAS. */
package edgex.bench.inference;
