package edgex.onnx.operator.signal;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** HannWindow, HammingWindow, BlackmanWindow: sums of cosines over the length of a window. */
final class WindowFunctionOperator implements Operator {
  private final double[] coefficients;
  private final boolean periodic;
  private final ElementType type;

  private WindowFunctionOperator(NodeContext context, double... coefficients)
      throws ModelFormatException {
    this.coefficients = coefficients;
    this.periodic = context.whole("periodic", 1) != 0;
    this.type = context.elementType("output_datatype", ElementType.FLOAT32);
  }

  static void addTo(OperatorTable table) {
    table.add("HannWindow", 17, 1, 1, context -> new WindowFunctionOperator(context, 0.5, -0.5));
    table.add(
        "HammingWindow",
        17,
        1,
        1,
        // 25/46 puts the first zero where ONNX wants it.
        context -> new WindowFunctionOperator(context, 25.0 / 46, -21.0 / 46));
    table.add(
        "BlackmanWindow",
        17,
        1,
        1,
        context -> new WindowFunctionOperator(context, 0.42, -0.5, 0.08));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.indices(0);
    return new ElementType[] {type};
  }

  @Override
  public void run(Invocation invocation) {
    long size = Operands.whole(invocation.input(0));
    Tensor result = invocation.output(0, type, Shape.ofLongs(size));
    double period = (double) Math.max(1, periodic ? size : size - 1);
    for (int index = 0; index < result.elementCount(); index++) {
      double value = 0;
      for (int harmonic = 0; harmonic < coefficients.length; harmonic++) {
        value += coefficients[harmonic] * Math.cos(2 * Math.PI * harmonic * index / period);
      }
      result.setDouble(index, value);
    }
  }
}
