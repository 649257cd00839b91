package edgex.onnx.operator.matrix;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * Einsum: sums of products over the axes whose letters the result lacks.
 *
 * <p>Every letter, and every axis that an ellipsis stands for, becomes one axis of a common space;
 * the result's axes come first. Each operand has a stride along each of them, 0 where it lacks it.
 */
final class EinsumOperator implements Operator {
  /** Letters come first, then the axes of the ellipsis, the last one first. */
  private static final int LETTERS = 128;

  private static final int KEYS = LETTERS + Shape.MAXIMUM_RANK;

  private final EinsumEquation equation;

  EinsumOperator(NodeContext context) throws ModelFormatException {
    this.equation = new EinsumEquation(context, context.text("equation", ""));
    context.require(
        equation.operands().size() == context.inputCount(),
        "the equation has " + equation.operands().size() + " operands");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.numeric(0);
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    int operands = invocation.inputCount();
    int[] extents = new int[KEYS];
    int[][] strides = new int[operands][KEYS];
    Tensor[] inputs = new Tensor[operands];
    int ellipsisRank = 0;
    for (int operand = 0; operand < operands; operand++) {
      inputs[operand] = invocation.input(operand);
      String terms = equation.operands().get(operand);
      int own = place(terms, inputs[operand].shape(), extents, strides[operand]);
      ellipsisRank = Math.max(ellipsisRank, own);
    }
    int[] order = new int[KEYS];
    int kept = keptKeys(ellipsisRank, order);
    int[] dimensions = new int[kept];
    int all = kept;
    for (int axis = 0; axis < kept; axis++) {
      dimensions[axis] = extents[order[axis]];
    }
    for (int key = 0; key < KEYS; key++) {
      boolean isKept = false;
      for (int axis = 0; axis < kept; axis++) {
        isKept |= order[axis] == key;
      }
      if (extents[key] != 0 && !isKept) {
        order[all++] = key;
      }
    }
    Tensor result = invocation.output(0, inputs[0].type(), Shape.of(dimensions));
    new Contraction(inputs, strides, extents, order, kept, all).run(result);
  }

  /** Enters an operand's axes; returns how many its ellipsis stands for. */
  private static int place(String terms, Shape shape, int[] extents, int[] strides) {
    boolean ellipsis = terms.indexOf(EinsumEquation.ELLIPSIS) >= 0;
    int hidden = ellipsis ? shape.rank() - (terms.length() - 1) : 0;
    if (hidden < 0 || (!ellipsis && terms.length() != shape.rank())) {
      throw new TensorException("term '" + terms + "' does not fit shape " + shape);
    }
    int[] own = shape.strides();
    int axis = 0;
    for (int index = 0; index < terms.length(); index++) {
      boolean isEllipsis = terms.charAt(index) == EinsumEquation.ELLIPSIS;
      for (int part = 0; part < (isEllipsis ? hidden : 1); part++) {
        int key = isEllipsis ? LETTERS + hidden - 1 - part : terms.charAt(index);
        int extent = shape.dimension(axis);
        boolean fits = extents[key] == 0 || extents[key] == extent;
        if (extent == 0 || (!fits && extent != 1 && extents[key] != 1)) {
          throw new TensorException("extent " + extent + " does not fit term '" + terms + "'");
        }
        extents[key] = Math.max(extents[key], extent);
        // A letter twice in one operand is its diagonal: both distances add up.
        strides[key] += extent == 1 ? 0 : own[axis];
        axis++;
      }
    }
    return hidden;
  }

  /** Writes the keys of the result's axes; returns their number. */
  private int keptKeys(int ellipsisRank, int[] order) {
    int count = 0;
    String terms = equation.result();
    for (int index = 0; index < terms.length(); index++) {
      if (terms.charAt(index) != EinsumEquation.ELLIPSIS) {
        order[count++] = terms.charAt(index);
        continue;
      }
      for (int part = ellipsisRank - 1; part >= 0; part--) {
        order[count++] = LETTERS + part;
      }
    }
    return count;
  }
}
