package edgex.onnx.operator.control;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Body;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import java.util.Arrays;

/** If: the outputs of one sub-graph or of another, as the condition says. */
final class IfOperator implements Operator {
  private final Body whenTrue;
  private final Body whenFalse;
  private final int outputs;

  IfOperator(NodeContext context) throws ModelFormatException {
    this.whenTrue = context.body("then_branch");
    this.whenFalse = context.body("else_branch");
    this.outputs = context.outputCount();
    context.require(
        whenTrue.outputCount() == outputs && whenFalse.outputCount() == outputs,
        "a branch does not make " + outputs + " outputs");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(0, ElementType.BOOL);
    ElementType[] types = whenTrue.compile();
    if (!Arrays.equals(types, whenFalse.compile())) {
      throw new ModelFormatException("the branches of an If make outputs of different types");
    }
    return types;
  }

  @Override
  public void run(Invocation invocation) {
    boolean condition = Operands.whole(invocation.input(0)) != 0;
    Tensor[] results = invocation.run(condition ? whenTrue : whenFalse);
    for (int index = 0; index < outputs; index++) {
      invocation.outputTensor(index, results[index]);
    }
  }
}
