package edgex.host.model;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Model;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.operator.StandardOperators;
import edgex.onnx.session.Session;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the ranges of a model's values by running it on samples of what it will see. */
final class Calibration {
  private static final long MEMORY_LIMIT_BYTES = 4L << 30;

  private Calibration() {}

  /** The ranges of the named values, which are of type float32, over all samples. */
  static Map<String, Range> ranges(
      Model model, Set<String> names, List<Map<String, Tensor>> samples)
      throws ModelFormatException, InferenceException {
    List<ValueInfo> outputs = new ArrayList<>();
    for (String name : names) {
      outputs.add(new ValueInfo(name, ElementType.FLOAT32, null, null));
    }
    Graph graph = model.graph();
    Graph watched =
        new Graph(
            graph.name(),
            graph.nodes(),
            graph.initializers(),
            graph.unsupported(),
            graph.inputs(),
            outputs);
    Model watchedModel = new Model(model.irVersion(), model.producer(), model.opsets(), watched);
    Session session = Session.prepare(watchedModel, StandardOperators.table(), MEMORY_LIMIT_BYTES);
    Map<String, Range> ranges = new TreeMap<>();
    for (Map<String, Tensor> sample : samples) {
      for (Map.Entry<String, Tensor> value : session.run(sample).entrySet()) {
        Range range = ranges.getOrDefault(value.getKey(), Range.EMPTY);
        for (int index = 0; index < value.getValue().elementCount(); index++) {
          double number = value.getValue().getDouble(index);
          if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new InferenceException("value '" + value.getKey() + "' is not a number");
          }
          range = range.with(number);
        }
        ranges.put(value.getKey(), range);
      }
    }
    return ranges;
  }
}
