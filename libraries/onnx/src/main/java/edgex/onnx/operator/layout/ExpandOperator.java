package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** Expand: the input broadcast with the shape given by input 1. */
final class ExpandOperator implements Operator {
  ExpandOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(1, ElementType.INT64);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape wanted = Shape.ofLongs(Operands.wholes(invocation.input(1)));
    Broadcast broadcast = new Broadcast(input.shape(), wanted);
    Tensor result = invocation.output(0, input.type(), broadcast.shape());
    broadcast.forEachRun(
        (starts, steps, to, count) -> {
          for (int i = 0; i < count; i++) {
            result.setFrom(to + i, input, starts[0] + i * steps[0]);
          }
        });
  }
}
