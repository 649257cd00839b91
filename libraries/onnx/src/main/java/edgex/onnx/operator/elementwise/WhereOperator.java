package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** Where: the element of input 1 where input 0 is true, else that of input 2; all broadcast. */
final class WhereOperator implements Operator {
  WhereOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(0, ElementType.BOOL);
    return new ElementType[] {inputs.exactly(1, inputs.get(2))};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor condition = invocation.input(0);
    Tensor yes = invocation.input(1);
    Tensor no = invocation.input(2);
    Broadcast broadcast = new Broadcast(condition.shape(), yes.shape(), no.shape());
    Tensor result = invocation.output(0, yes.type(), broadcast.shape());
    broadcast.forEachRun(
        (starts, steps, to, count) -> {
          for (int i = 0; i < count; i++) {
            boolean holds = condition.getLong(starts[0] + i * steps[0]) != 0;
            int branch = holds ? 1 : 2;
            result.setFrom(to + i, holds ? yes : no, starts[branch] + i * steps[branch]);
          }
        });
  }
}
