package edgex.onnx.operator.learning;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Arrays;

/** TreeEnsemble: the sums, or means or extremes, of what the leaves of decision trees say. */
final class TreeEnsembleOperator implements Operator {
  private static final int AVERAGE = 0;
  private static final int SUM = 1;
  private static final int MINIMUM = 2;

  private final DecisionTrees trees;
  private final int targets;
  private final int aggregate;

  TreeEnsembleOperator(NodeContext context) throws ModelFormatException {
    this.targets = (int) context.whole("n_targets", 1);
    this.aggregate = (int) context.whole("aggregate_function", SUM);
    context.require(targets >= 1 && targets <= 1 << 20, "attribute n_targets is " + targets);
    context.require(aggregate >= 0 && aggregate <= 3, "aggregate_function is " + aggregate);
    if (context.whole("post_transform", 0) != 0) {
      throw context.unsupported("attribute post_transform");
    }
    this.trees = new DecisionTrees(context, targets);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.exactly(0, trees.type())};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    if (shape.rank() != 2 || shape.dimension(1) < trees.features()) {
      throw new TensorException(
          "an input of " + shape + " does not have " + trees.features() + " features");
    }
    int rows = shape.dimension(0);
    Tensor result = invocation.output(0, input.type(), Shape.of(rows, targets));
    boolean[] seen = new boolean[targets];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(seen, false);
      for (int tree = 0; tree < trees.count(); tree++) {
        int leaf = trees.leaf(tree, input, row * shape.dimension(1));
        int target = trees.target(leaf);
        int index = row * targets + target;
        double value = trees.weight(leaf);
        double old = result.getDouble(index);
        result.setDouble(index, seen[target] ? combined(old, value) : value);
        seen[target] = true;
      }
      for (int target = 0; target < targets && aggregate == AVERAGE; target++) {
        int index = row * targets + target;
        result.setDouble(index, result.getDouble(index) / trees.count());
      }
    }
  }

  private double combined(double old, double value) {
    return switch (aggregate) {
      case AVERAGE, SUM -> old + value;
      case MINIMUM -> Math.min(old, value);
      default -> Math.max(old, value);
    };
  }
}
