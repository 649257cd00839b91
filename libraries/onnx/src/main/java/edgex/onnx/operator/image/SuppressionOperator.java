package edgex.onnx.operator.image;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.ArrayList;
import java.util.List;

/**
 * NonMaxSuppression: of boxes that overlap, only the one with the best score. Inputs: boxes [N,
 * boxes, 4], scores [N, classes, boxes], most boxes for each class, the overlap from which a box is
 * dropped, the least score. Output: (picture, class, box) of those that are left.
 */
final class SuppressionOperator implements Operator {
  private static final int MOST_BOXES = 2;
  private static final int OVERLAP = 3;
  private static final int LEAST_SCORE = 4;

  private final boolean centred;

  SuppressionOperator(NodeContext context) throws ModelFormatException {
    this.centred = context.flag("center_point_box");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(0, ElementType.FLOAT32);
    inputs.exactly(1, ElementType.FLOAT32);
    inputs.optional(MOST_BOXES, ElementType.INT64);
    inputs.optional(OVERLAP, ElementType.FLOAT32);
    inputs.optional(LEAST_SCORE, ElementType.FLOAT32);
    return new ElementType[] {ElementType.INT64};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor boxes = invocation.input(0);
    Tensor scores = invocation.input(1);
    Shape shape = scores.shape();
    boolean fits = shape.rank() == 3;
    if (!fits || !boxes.shape().equals(Shape.of(shape.dimension(0), shape.dimension(2), 4))) {
      throw new TensorException("boxes " + boxes + " do not fit scores " + scores);
    }
    long most = invocation.hasInput(MOST_BOXES) ? Operands.whole(invocation.input(2)) : 0;
    double overlap = invocation.hasInput(OVERLAP) ? Operands.real(invocation.input(3)) : 0;
    double least =
        invocation.hasInput(LEAST_SCORE)
            ? Operands.real(invocation.input(LEAST_SCORE))
            : Double.NEGATIVE_INFINITY;
    int count = shape.dimension(2);
    List<int[]> chosen = new ArrayList<>();
    for (int line = 0; line < shape.product(0, 2); line++) {
      int picture = line / shape.dimension(1);
      BoxChoice choice = new BoxChoice(boxes, picture * count, centred, overlap);
      for (int box : choice.choose(scores, line * count, count, least, most)) {
        chosen.add(new int[] {picture, line % shape.dimension(1), box});
      }
    }
    Tensor result = invocation.output(0, ElementType.INT64, Shape.of(chosen.size(), 3));
    for (int index = 0; index < result.elementCount(); index++) {
      result.setLong(index, chosen.get(index / 3)[index % 3]);
    }
  }
}
