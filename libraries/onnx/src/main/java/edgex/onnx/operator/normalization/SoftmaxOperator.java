package edgex.onnx.operator.normalization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Softmax;
import edgex.tensor.Tensor;

/**
 * Softmax, LogSoftmax: along one axis; before opset 13 along all axes from the given one on, taken
 * together.
 */
final class SoftmaxOperator implements Operator {
  private final boolean logarithm;
  private final boolean flattened;
  private final long axis;

  private SoftmaxOperator(NodeContext context, boolean logarithm) throws ModelFormatException {
    this.logarithm = logarithm;
    this.flattened = context.opset() < 13;
    this.axis = context.whole("axis", flattened ? 1 : -1);
  }

  static void addTo(OperatorTable table) {
    table.add("Softmax", 1, 1, 1, context -> new SoftmaxOperator(context, false));
    table.add("LogSoftmax", 1, 1, 1, context -> new SoftmaxOperator(context, true));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int along = shape.axis(axis);
    Tensor result = invocation.output(0, input.type(), shape);
    if (input.elementCount() == 0) {
      return;
    }
    if (flattened) {
      Shape matrix = Shape.of(shape.product(0, along), shape.product(along, shape.rank()));
      compute(input.reshaped(matrix), 1, result.reshaped(matrix));
    } else {
      compute(input, along, result);
    }
  }

  private void compute(Tensor input, int along, Tensor result) {
    if (logarithm) {
      Softmax.runLogarithm(input, along, result);
    } else {
      Softmax.run(input, along, result);
    }
  }
}
