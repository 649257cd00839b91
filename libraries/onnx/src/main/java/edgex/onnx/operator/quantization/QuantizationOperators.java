package edgex.onnx.operator.quantization;

import edgex.onnx.operator.OperatorTable;

/** The operators that quantize, and those that compute with quantized numbers. */
public final class QuantizationOperators {
  private QuantizationOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("QuantizeLinear", 10, 2, 3, QuantizeOperator::new);
    table.add("DequantizeLinear", 10, 2, 3, DequantizeOperator::new);
    table.add("DynamicQuantizeLinear", 11, 1, 1, 3, DynamicQuantizeOperator::new);
    table.add("MatMulInteger", 10, 2, 4, IntegerMatMulOperator::new);
    table.add("QLinearMatMul", 10, 8, 8, QuantizedMatMulOperator::new);
    table.add("ConvInteger", 10, 2, 4, IntegerConvolutionOperator::new);
    table.add("QLinearConv", 10, 8, 9, QuantizedConvolutionOperator::new);
  }
}
