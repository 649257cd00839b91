package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/**
 * Cast, CastLike: elements converted to another type, named by an attribute or that of input 1;
 * fractions are cut, integers wrap around.
 */
final class CastOperator implements Operator {
  /** Null if the type is that of input 1. */
  private final ElementType named;

  private CastOperator(NodeContext context, boolean like) throws ModelFormatException {
    context.require(like || context.opset() >= 6, "a type given by name is not supported");
    context.require(like || context.has("to"), "attribute to is missing");
    this.named = like ? null : context.elementType("to", null);
    // These concern 8-bit floating-point types only.
    context.whole("saturate", 1);
    context.text("round_mode", "up");
  }

  static void addTo(OperatorTable table) {
    table.add("Cast", 1, 1, 1, context -> new CastOperator(context, false));
    table.add("CastLike", 15, 2, 2, context -> new CastOperator(context, true));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {named == null ? inputs.get(1) : named};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    ElementType type = named == null ? invocation.input(1).type() : named;
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
