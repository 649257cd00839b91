package edgex.onnx.operator.generator;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Attribute;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** Constant: a value given by one of several attributes. */
final class ConstantOperator implements Operator {
  private Tensor value;

  ConstantOperator(NodeContext context) throws ModelFormatException {
    Tensor found = context.deferredConstant("value");
    if (found == null && context.take("value_float") instanceof Attribute.Real real) {
      found = FloatTensor.of(Shape.SCALAR, real.value());
    }
    if (found == null && context.take("value_int") instanceof Attribute.Whole whole) {
      found = LongTensor.of(Shape.SCALAR, whole.value());
    }
    if (found == null && context.take("value_floats") instanceof Attribute.Reals reals) {
      found = reals.values();
    }
    if (found == null && context.take("value_ints") instanceof Attribute.Wholes wholes) {
      found = wholes.values();
    }
    context.require(found != null, "a constant without a numeric value is not supported");
    this.value = found;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {value.type()};
  }

  @Override
  public void run(Invocation invocation) {
    // Most constants are folded before they run, and stay in the file until then.
    value = value.resident();
    invocation.outputConstant(0, value);
  }
}
