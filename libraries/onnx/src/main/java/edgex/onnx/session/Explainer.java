package edgex.onnx.session;

import edgex.onnx.model.Node;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes plans and explanations by rehearsals. */
final class Explainer {
  /** A rehearsal goes through so many nodes, those of loops counted, and no further. */
  private static final long MOST_NODES = 100_000;

  private final Program program;
  private final Workspace workspace;
  private final long memoryLimitBytes;

  Explainer(Program program, Workspace workspace, long memoryLimitBytes) {
    this.program = program;
    this.workspace = workspace;
    this.memoryLimitBytes = memoryLimitBytes;
  }

  /**
   * The plan for such inputs, or null if their shapes do not tell all others, or if a run by the
   * plan would need more memory than there is: without one it may need less.
   */
  MemoryPlan plan(Map<String, Tensor> inputs) {
    try {
      MemoryPlan plan = rehearse(inputs);
      if (plan != null) {
        RunBudget budget = new RunBudget(memoryLimitBytes, MOST_NODES);
        Rehearsal rehearsal = rehearsal(inputs, budget, (step, execution) -> {});
        rehearsal.follow(plan);
        rehearsal.run();
      }
      return plan;
    } catch (TensorException refused) {
      // The run will say what is wrong, if it is wrong with real elements, too.
      return null;
    }
  }

  private MemoryPlan rehearse(Map<String, Tensor> inputs) {
    LifeRecord record = new LifeRecord(program.slotCount);
    // What is not planned yet overlaps nothing, so that the limit says nothing here.
    RunBudget budget = new RunBudget(Long.MAX_VALUE, MOST_NODES);
    Rehearsal rehearsal = rehearsal(inputs, budget, (step, execution) -> {});
    rehearsal.record(record);
    rehearsal.run();
    return rehearsal.isComplete() ? MemoryPlan.of(record) : null;
  }

  private Rehearsal rehearsal(
      Map<String, Tensor> inputs, RunBudget budget, Rehearsal.Observer observer) {
    Rehearsal rehearsal = new Rehearsal(program, workspace, budget, observer);
    for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
      Tensor value = input.getValue();
      boolean tellsShapes = !value.isDeferred() && !value.type().isFloatingPoint();
      rehearsal.give(
          program.inputSlots.get(input.getKey()),
          tellsShapes ? value : Rehearsal.unknown(value.type(), value.shape()));
    }
    return rehearsal;
  }

  Explanation explain(Map<String, Tensor> inputs, long constantBytes) {
    MemoryPlan plan = rehearse(inputs);
    List<Explanation.Line> lines = new ArrayList<>();
    RunBudget budget = new RunBudget(memoryLimitBytes, MOST_NODES);
    Rehearsal rehearsal =
        rehearsal(inputs, budget, (step, execution) -> lines.add(line(step, execution)));
    if (plan != null) {
      rehearsal.follow(plan);
    }
    rehearsal.run();
    long arenaBytes = plan == null ? 0 : plan.arenaBytes();
    return new Explanation(lines, plan != null, constantBytes, arenaBytes, budget.peakBytes());
  }

  private static Explanation.Line line(Step step, Execution execution) {
    Node node = step.node;
    String domain = node.domain().isEmpty() ? "" : node.domain() + ".";
    String name = node.name().isEmpty() ? node.outputs().get(0) : node.name();
    StringBuilder shapes = new StringBuilder();
    long bytes = step.operator.constantBytes();
    for (int slot : step.outputs) {
      Tensor value = slot == Step.LEFT_OUT ? null : execution.values().get(slot);
      shapes.append(shapes.length() == 0 ? "" : ", ");
      shapes.append(slot == Step.LEFT_OUT ? "-" : value == null ? "?" : value.toString());
      bytes += value == null ? 0 : value.sizeBytes();
    }
    return new Explanation.Line(
        name,
        domain + node.operator(),
        shapes.toString(),
        operations(step, execution),
        bytes,
        step.operator.kernel(),
        offset(step, execution));
  }

  private static long operations(Step step, Execution execution) {
    Shape[] inputs = new Shape[step.inputs.length];
    for (int index = 0; index < inputs.length; index++) {
      int slot = step.inputs[index];
      Tensor value = slot == Step.LEFT_OUT ? null : execution.values().get(slot);
      if (slot != Step.LEFT_OUT && value == null) {
        return 0;
      }
      inputs[index] = value == null ? null : value.shape();
    }
    Tensor output = firstOutput(step, execution);
    return output == null ? 0 : step.operator.operations(inputs, output.shape());
  }

  private static Tensor firstOutput(Step step, Execution execution) {
    int slot = step.outputs[0];
    return slot == Step.LEFT_OUT ? null : execution.values().get(slot);
  }

  private static long offset(Step step, Execution execution) {
    MemoryPlan plan = execution.plan();
    Tensor output = firstOutput(step, execution);
    if (plan == null || output == null) {
      return Explanation.NO_PLACE;
    }
    int offset = plan.offset(step.outputs[0], output.type(), output.shape());
    return offset == MemoryPlan.NOT_PLANNED
        ? Explanation.NO_PLACE
        : (long) offset * output.type().sizeBytes();
  }
}
