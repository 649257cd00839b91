package edgex.onnx.session;

import edgex.tensor.Gemm;
import java.util.HashMap;
import java.util.Map;

/** What the runs of one session, which follow each other, share: buffers and the plans for them. */
final class Workspace {
  /** So many plans are kept, one for each set of input shapes; a model that has more is not. */
  private static final int MOST_PLANS = 16;

  final Gemm gemm = new Gemm();
  float[] scratch = new float[0];

  /** Where planned values lie; as long as the largest plan so far. */
  float[] arena = new float[0];

  private final Map<String, MemoryPlan> plans = new HashMap<>();

  /** The plan for inputs of these shapes, or null if no run had them yet. */
  MemoryPlan plan(String shapes) {
    return plans.get(shapes);
  }

  void keep(String shapes, MemoryPlan plan) {
    if (plans.size() < MOST_PLANS) {
      plans.put(shapes, plan);
    }
  }

  /** The arena for a plan; what lies in it is not defined. */
  float[] arenaFor(MemoryPlan plan) {
    if (arena.length < plan.arenaElements()) {
      arena = new float[plan.arenaElements()];
    }
    return arena;
  }
}
