package edgex.onnx.operator.generator;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * Dropout: in inference the input itself; in training mode, which input 2 switches on, elements
 * drawn by chance become 0 and the others grow. Output 1 is a mask of those that stay.
 */
final class DropoutOperator implements Operator {
  private static final double DEFAULT_RATIO = 0.5;

  private final boolean booleanMask;
  private final int seed;

  DropoutOperator(NodeContext context) throws ModelFormatException {
    this.booleanMask = context.opset() >= 10;
    // Before opset 12 dropping is switched on and off outside of the model.
    context.real("ratio", 0.5f);
    this.seed = (int) context.whole("seed", 0);
    context.flag("is_test");
    LegacyAttributes.ignoreConsumedInputs(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.floatingPoint(0);
    inputs.optional(2, ElementType.BOOL);
    return new ElementType[] {type, booleanMask ? ElementType.BOOL : type};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    boolean training = invocation.hasInput(2) && Operands.whole(invocation.input(2)) != 0;
    double ratio = invocation.hasInput(1) ? Operands.real(invocation.input(1)) : DEFAULT_RATIO;
    if (!(ratio >= 0 && ratio < 1)) {
      throw new TensorException("cannot drop a share of " + ratio);
    }
    ElementType maskType = booleanMask ? ElementType.BOOL : input.type();
    Tensor mask = invocation.wantsOutput(1) ? invocation.output(1, maskType, input.shape()) : null;
    if (!training || ratio == 0) {
      invocation.outputView(0, input.shape());
      for (int index = 0; index < input.elementCount() && mask != null; index++) {
        mask.setLong(index, 1);
      }
      return;
    }
    MersenneTwister random = new MersenneTwister(seed);
    Tensor result = invocation.output(0, input.type(), input.shape());
    for (int index = 0; index < input.elementCount(); index++) {
      boolean stays = random.nextDouble() >= ratio;
      result.setDouble(index, stays ? input.getDouble(index) / (1 - ratio) : 0);
      if (mask != null) {
        mask.setLong(index, stays ? 1 : 0);
      }
    }
  }
}
