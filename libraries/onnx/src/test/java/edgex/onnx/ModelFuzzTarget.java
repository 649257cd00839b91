package edgex.onnx;

import edgex.onnx.model.Dimension;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Session;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.HashMap;
import java.util.Map;

/** What Jazzer calls: a file is loaded, explained and run, or refused in the declared way. */
public final class ModelFuzzTarget {
  private static final long LIMIT_BYTES = 1 << 20;
  private static final long MOST_NODES = 1_000;

  private ModelFuzzTarget() {}

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] file) {
    try {
      Session session = Session.load(file, LIMIT_BYTES);
      session.limitNodes(MOST_NODES);
      Map<String, Tensor> inputs = inputs(session);
      boolean isExact = session.explain(inputs).isExact();
      long expected = session.explain(inputs).runBytes();
      session.run(inputs);
      if (isExact && session.peakBytes() != expected) {
        throw new IllegalStateException(expected + " bytes became " + session.peakBytes());
      }
    } catch (ModelFormatException | InferenceException | TensorException declared) {
      if (declared.getMessage() == null || declared.getMessage().isEmpty()) {
        throw new IllegalStateException("an error says nothing", declared);
      }
    }
  }

  private static Map<String, Tensor> inputs(Session session) {
    Map<String, Tensor> inputs = new HashMap<>();
    for (ValueInfo input : session.inputs()) {
      int rank = input.dimensions() == null ? 0 : input.dimensions().size();
      long[] dimensions = new long[rank];
      long elements = 1;
      for (int axis = 0; axis < rank; axis++) {
        Dimension declared = input.dimensions().get(axis);
        dimensions[axis] = declared.isKnown() ? declared.size() : 1;
        elements = Math.min(LIMIT_BYTES, elements * dimensions[axis]);
      }
      if (elements == LIMIT_BYTES) {
        throw new TensorException("an input is larger than what is tried here");
      }
      inputs.put(input.name(), Tensor.allocate(input.type(), Shape.ofLongs(dimensions)));
    }
    return inputs;
  }
}
