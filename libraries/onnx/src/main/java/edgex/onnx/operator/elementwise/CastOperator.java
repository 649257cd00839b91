package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.ElementTypes;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** Cast: elements converted to another type; fractions are cut, integers wrap around. */
final class CastOperator implements Operator {
  private final ElementType type;

  CastOperator(NodeContext context) throws ModelFormatException {
    context.require(context.opset() >= 6, "a type given by name is not supported");
    context.require(context.has("to"), "attribute to is missing");
    this.type = ElementTypes.of(context.whole("to", 0));
    // These concern 8-bit floating-point types only.
    context.whole("saturate", 1);
    context.text("round_mode", "up");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {type};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    if (input.type() == type) {
      invocation.outputView(0, input.shape());
      return;
    }
    Tensor result = invocation.output(0, type, input.shape());
    boolean exact = !input.type().isFloatingPoint() && !type.isFloatingPoint();
    for (int index = 0; index < input.elementCount(); index++) {
      if (exact) {
        result.setLong(index, input.getLong(index));
      } else {
        result.setDouble(index, input.getDouble(index));
      }
    }
  }
}
