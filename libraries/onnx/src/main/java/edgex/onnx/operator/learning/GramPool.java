package edgex.onnx.operator.learning;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The n-grams that are counted, each with its column in the result. */
final class GramPool {
  private final Map<List<Long>, Integer> columns = new HashMap<>();
  private final float[] weights;
  private final long[] indexes;
  private final int width;

  GramPool(NodeContext context, int longest) throws ModelFormatException {
    long[] elements = context.wholes("pool_int64s");
    long[] starts = context.wholes("ngram_counts");
    this.indexes = context.wholes("ngram_indexes");
    float[] given = context.reals("weights");
    boolean present = elements != null && starts != null && indexes != null;
    context.require(present && longest <= starts.length, "the pool of grams is incomplete");
    int most = -1;
    for (long index : indexes) {
      context.require(index >= 0 && index < Shape.MAXIMUM_ELEMENTS, "a gram's column is " + index);
      most = Math.max(most, (int) index);
    }
    this.width = most + 1;
    this.weights = new float[indexes.length];
    context.require(given == null || given.length == indexes.length, "weights do not fit");
    int number = 0;
    for (int length = 1; length <= starts.length; length++) {
      long end = length < starts.length ? starts[length] : elements.length;
      long start = starts[length - 1];
      boolean inside = start >= 0 && end >= start && end <= elements.length;
      context.require(inside && (end - start) % length == 0, "the grams do not fit the pool");
      for (long place = start; place < end; place += length) {
        context.require(number < indexes.length, "there are more grams than columns");
        List<Long> gram = new ArrayList<>();
        for (int element = 0; element < length; element++) {
          gram.add(elements[(int) place + element]);
        }
        columns.put(gram, (int) indexes[number]);
        weights[number] = given == null ? 1 : given[number];
        number++;
      }
    }
  }

  /** Columns of the result. */
  int width() {
    return width;
  }

  /** The column of the gram whose elements lie at one distance, or -1 if it is not counted. */
  int find(Tensor input, int start, int distance, int length) {
    List<Long> gram = new ArrayList<>();
    for (int element = 0; element < length; element++) {
      gram.add(input.getLong(start + element * distance));
    }
    Integer column = columns.get(gram);
    return column == null ? -1 : column;
  }

  /** The weight of a column. */
  double weight(int column) {
    for (int number = 0; number < indexes.length; number++) {
      if (indexes[number] == column) {
        return weights[number];
      }
    }
    return 0;
  }
}
