package edgex.onnx.operator.reduction;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.tensor.Reduction;
import edgex.tensor.Shape;
import java.util.Arrays;

/**
 * Which axes a reduction folds: attribute {@code axes} in old versions, input 1 in new ones. None
 * means all, or none if {@code noop_with_empty_axes} is set.
 */
final class ReductionAxes {
  private final long[] constantAxes;
  private final boolean keep;
  private final boolean noneMeansNone;

  ReductionAxes(NodeContext context, long inputSince) throws ModelFormatException {
    boolean attribute = context.opset() < inputSince;
    this.constantAxes = attribute ? context.wholes("axes") : null;
    this.noneMeansNone = !attribute && context.flag("noop_with_empty_axes");
    this.keep = context.whole("keepdims", 1) != 0;
    context.require(
        !attribute || context.inputCount() == 1, "axes are an attribute before " + inputSince);
  }

  /** The reduction of input 0. */
  Reduction reduction(Invocation invocation) {
    Shape shape = invocation.input(0).shape();
    long[] axes = invocation.hasInput(1) ? Operands.wholes(invocation.input(1)) : constantAxes;
    boolean[] reduced = new boolean[shape.rank()];
    if (axes != null && axes.length > 0) {
      reduced = Operands.marked(axes, shape.rank());
    } else {
      Arrays.fill(reduced, !noneMeansNone);
    }
    return new Reduction(shape, reduced);
  }

  Shape resultShape(Reduction reduction) {
    return keep ? reduction.keptShape() : reduction.shape();
  }
}
