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

/**
 * TfIdfVectorizer: how often each n-gram of a pool of integers occurs in a line, its elements up to
 * {@code max_skip_count} apart; the counts as they are, as 0 or 1, or times weights.
 */
final class GramCountOperator implements Operator {
  private final GramPool pool;
  private final int shortest;
  private final int longest;
  private final int skips;
  private final boolean weighs;
  private final boolean counts;

  GramCountOperator(NodeContext context) throws ModelFormatException {
    String mode = context.choice("mode", "TF", "IDF", "TFIDF");
    this.weighs = !mode.equals("TF");
    this.counts = !mode.equals("IDF");
    this.shortest = (int) context.whole("min_gram_length", 0);
    this.longest = (int) context.whole("max_gram_length", 0);
    this.skips = (int) context.whole("max_skip_count", 0);
    context.require(
        shortest >= 1 && longest >= shortest && skips >= 0, "the lengths of grams make no sense");
    if (context.texts("pool_strings") != null) {
      throw context.unsupported("a pool of texts");
    }
    this.pool = new GramPool(context, longest);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.get(0);
    inputs.require(0, type == ElementType.INT32 || type == ElementType.INT64);
    return new ElementType[] {ElementType.FLOAT32};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    if (shape.rank() < 1 || shape.rank() > 2) {
      throw new TensorException(shape + " is neither a line nor a batch of lines");
    }
    int length = shape.dimension(shape.rank() - 1);
    int lines = shape.rank() == 1 ? 1 : shape.dimension(0);
    int width = pool.width();
    Shape resultShape = shape.rank() == 1 ? Shape.of(width) : Shape.of(lines, width);
    Tensor result = invocation.output(0, ElementType.FLOAT32, resultShape);
    for (int line = 0; line < lines; line++) {
      count(input, line * length, length, result, line * width);
    }
    for (int index = 0; index < result.elementCount(); index++) {
      double count = result.getDouble(index);
      double value = counts ? count : Math.min(count, 1);
      result.setDouble(index, weighs ? value * pool.weight(index % width) : value);
    }
  }

  private void count(Tensor input, int from, int length, Tensor result, int to) {
    for (int gram = shortest; gram <= longest; gram++) {
      // A gram of one element has no distances between elements.
      int farthest = gram == 1 ? 1 : skips + 1;
      for (int distance = 1; distance <= farthest; distance++) {
        for (int start = 0; start + (gram - 1L) * distance < length; start++) {
          int column = pool.find(input, from + start, distance, gram);
          if (column >= 0) {
            result.setDouble(to + column, result.getDouble(to + column) + 1);
          }
        }
      }
    }
  }
}
