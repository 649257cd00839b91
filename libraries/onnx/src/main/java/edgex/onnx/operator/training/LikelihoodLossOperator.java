package edgex.onnx.operator.training;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Softmax;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * NegativeLogLikelihoodLoss, SoftmaxCrossEntropyLoss: how little probability the right classes
 * have. Inputs: logarithms of probabilities, or scores that softmax makes such, [N, C, ...]; the
 * right classes [N, ...]; optional weights [C].
 */
final class LikelihoodLossOperator implements Operator {
  private static final int CLASSES = 1;

  private final boolean softmax;
  private final String reduction;
  private final boolean ignores;
  private final long ignored;

  private LikelihoodLossOperator(NodeContext context, boolean softmax) throws ModelFormatException {
    this.softmax = softmax;
    this.reduction = context.choice("reduction", "mean", "none", "sum");
    this.ignores = context.has("ignore_index");
    this.ignored = context.whole("ignore_index", 0);
  }

  static Operator plain(NodeContext context) throws ModelFormatException {
    return new LikelihoodLossOperator(context, false);
  }

  static Operator withSoftmax(NodeContext context) throws ModelFormatException {
    return new LikelihoodLossOperator(context, true);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.floatingPoint(0);
    inputs.indices(1);
    inputs.optional(2, type);
    return new ElementType[] {type, type};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor scores = invocation.input(0);
    Tensor classes = invocation.input(1);
    Tensor weights = invocation.hasInput(2) ? invocation.input(2) : null;
    Shape shape = scores.shape();
    if (shape.rank() < 2 || !classes.shape().equals(shape.without(CLASSES))) {
      throw new TensorException(classes + " does not fit scores " + shape);
    }
    int count = shape.dimension(CLASSES);
    if (weights != null && weights.elementCount() != count) {
      throw new TensorException("weights " + weights + " do not fit " + count + " classes");
    }
    Tensor logarithms = scores;
    if (softmax) {
      logarithms = invocation.output(1, scores.type(), shape);
      Softmax.runLogarithm(scores, CLASSES, logarithms);
    }
    boolean none = reduction.equals("none");
    Tensor result = invocation.output(0, scores.type(), none ? classes.shape() : Shape.SCALAR);
    int inner = shape.product(2, shape.rank());
    double sum = 0;
    double total = 0;
    for (int index = 0; index < classes.elementCount(); index++) {
      long right = classes.getLong(index);
      if (ignores && right == ignored) {
        continue;
      }
      int place = Shape.axis(right, count);
      double weight = weights == null ? 1 : weights.getDouble(place);
      int at = (index / inner * count + place) * inner + index % inner;
      double loss = -logarithms.getDouble(at) * weight;
      sum += loss;
      total += weight;
      if (none) {
        result.setDouble(index, loss);
      }
    }
    if (!none) {
      result.setDouble(0, reduction.equals("sum") ? sum : sum / total);
    }
  }
}
