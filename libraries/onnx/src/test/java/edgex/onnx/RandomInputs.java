package edgex.onnx;

import edgex.onnx.model.Dimension;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Session;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Inputs of the declared types and shapes, unknown extents taken as 1, from a fixed seed. */
final class RandomInputs {
  private static final long SEED = 20_260_101;

  private RandomInputs() {}

  static Map<String, Tensor> of(Session session) {
    Random random = new Random(SEED);
    Map<String, Tensor> inputs = new HashMap<>();
    for (ValueInfo input : session.inputs()) {
      List<Dimension> declared = input.dimensions();
      int[] dimensions = new int[declared == null ? 0 : declared.size()];
      for (int axis = 0; axis < dimensions.length; axis++) {
        dimensions[axis] = Math.max(1, declared.get(axis).size());
      }
      Tensor tensor = Tensor.allocate(input.type(), Shape.of(dimensions));
      for (int index = 0; index < tensor.elementCount(); index++) {
        tensor.setDouble(index, random.nextGaussian());
      }
      inputs.put(input.name(), tensor);
    }
    return inputs;
  }
}
