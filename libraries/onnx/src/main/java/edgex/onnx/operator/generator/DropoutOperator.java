package edgex.onnx.operator.generator;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** Dropout in inference: the input itself and, if asked for, a mask that keeps every element. */
final class DropoutOperator implements Operator {
  private final boolean booleanMask;

  DropoutOperator(NodeContext context) throws ModelFormatException {
    this.booleanMask = context.opset() >= 10;
    // What is dropped, and by which seed, matters in training only.
    context.real("ratio", 0.5f);
    context.whole("seed", 0);
    context.flag("is_test");
    LegacyAttributes.ignoreConsumedInputs(context);
    context.require(!context.hasInput(2), "training mode is not supported");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.floatingPoint(0);
    return new ElementType[] {type, booleanMask ? ElementType.BOOL : type};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    invocation.outputView(0, input.shape());
    if (invocation.wantsOutput(1)) {
      ElementType type = booleanMask ? ElementType.BOOL : input.type();
      Tensor mask = invocation.output(1, type, input.shape());
      for (int index = 0; index < mask.elementCount(); index++) {
        mask.setLong(index, 1);
      }
    }
  }
}
