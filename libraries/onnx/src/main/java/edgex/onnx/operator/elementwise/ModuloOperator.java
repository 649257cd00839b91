package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.Tensor;

/**
 * Mod: the remainder of a division, with the sign of the divisor, or, if {@code fmod} is set, of
 * the dividend as in C and Java. Only the latter is defined for floating-point numbers.
 */
final class ModuloOperator implements Operator {
  private final boolean signOfDividend;

  ModuloOperator(NodeContext context) throws ModelFormatException {
    this.signOfDividend = context.flag("fmod");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.numeric(0);
    inputs.require(0, signOfDividend || type.isInteger());
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor left = invocation.input(0);
    Tensor right = invocation.input(1);
    Broadcast broadcast = new Broadcast(left.shape(), right.shape());
    Tensor result = invocation.output(0, left.type(), broadcast.shape());
    if (left.type().isFloatingPoint()) {
      Elementwise.combine(broadcast, (a, b) -> a % b, left, right, result);
    } else if (left.type().isUnsigned()) {
      Elementwise.combineWhole(
          broadcast,
          (a, b) -> Long.remainderUnsigned(a, ArithmeticOperator.divisor(b)),
          left,
          right,
          result);
    } else {
      Elementwise.combineWhole(broadcast, this::remainder, left, right, result);
    }
  }

  private long remainder(long dividend, long divisor) {
    // The processor would stop at the smallest number divided by -1.
    long remainder = divisor == -1 ? 0 : dividend % ArithmeticOperator.divisor(divisor);
    boolean signsDiffer = remainder != 0 && (remainder < 0) != (divisor < 0);
    return signsDiffer && !signOfDividend ? remainder + divisor : remainder;
  }
}
