package edgex.onnx.session;

import edgex.tensor.Gemm;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the runs of one session, which follow each other, share: buffers and the plans for them. */
final class Workspace {
  /** So many plans are kept, one for each set of input shapes; a model that has more is not. */
  private static final int MOST_PLANS = 16;

  final Gemm gemm = new Gemm();
  private float[] scratch = new float[0];
  private final Arena arena = new Arena();
  private final Map<List<Shape>, MemoryPlan> plans = new HashMap<>();

  /** The plan for inputs of these shapes, or null if there is none yet. */
  MemoryPlan plan(List<Shape> shapes) {
    return plans.get(shapes);
  }

  /** Whether these shapes are new and another plan would be kept. */
  boolean wantsPlan(List<Shape> shapes) {
    return plans.size() < MOST_PLANS && !plans.containsKey(shapes);
  }

  /** Keeps a plan, or null to say that runs with these shapes get none. */
  void keep(List<Shape> shapes, MemoryPlan plan) {
    plans.put(shapes, plan);
  }

  /** The arena, made fit for a plan; what lies in it is not defined. */
  Arena arenaFor(MemoryPlan plan) {
    arena.fit(plan);
    return arena;
  }

  boolean isInArena(Tensor tensor) {
    return arena.holds(tensor);
  }

  /** Scratch memory of at least so many floats. */
  float[] scratch(int elements) {
    if (elements > scratch.length) {
      scratch = new float[elements];
    }
    return scratch;
  }
}
