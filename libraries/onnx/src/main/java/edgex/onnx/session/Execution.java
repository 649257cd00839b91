package edgex.onnx.session;

import edgex.onnx.operator.Body;
import edgex.onnx.operator.Invocation;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Gemm;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * One run of a {@link Program}: it executes the steps and gives them memory, planned or from the
 * heap.
 */
class Execution implements Invocation {
  private static final int NOTHING = -1;

  private final Program program;
  private final Workspace workspace;
  private final RunBudget budget;
  private final Values values;
  private long heldBytes;
  private long scratchElements;
  private Step step;
  private int stepNumber;
  private LifeRecord record;
  private MemoryPlan plan;

  Execution(Program program, Workspace workspace, RunBudget budget) {
    this.program = program;
    this.workspace = workspace;
    this.budget = budget;
    this.values = new Values(program.slotCount, budget);
  }

  /** Lets the run note when its values live. */
  final void record(LifeRecord lives) {
    record = lives;
    values.record(lives);
  }

  /** Lets the run use an arena as planned. */
  final void follow(MemoryPlan memoryPlan) {
    budget.take(memoryPlan.arenaBytes());
    plan = memoryPlan;
  }

  /** Gives a value that belongs to somebody else to a slot: an input, or one captured. */
  final void give(int slot, Tensor value) {
    values.give(slot, value);
  }

  /** The step that runs. */
  final Step step() {
    return step;
  }

  final Program program() {
    return program;
  }

  final Values values() {
    return values;
  }

  final MemoryPlan plan() {
    return plan;
  }

  /**
   * Runs all steps and returns the outputs.
   *
   * @throws TensorException if a node fails; the message names it
   */
  final Tensor[] run() {
    for (int slot : program.constantSlots) {
      if (values.get(slot) == null) {
        give(slot, program.constants.get(slot));
      }
    }
    for (Step next : program.steps) {
      step = next;
      try {
        budget.countNode();
        execute(next);
      } catch (TensorException exception) {
        throw new TensorException(next.node.label() + ": " + exception.getMessage());
      }
      budget.giveBack(heldBytes);
      heldBytes = 0;
      for (int slot : next.lastUses) {
        values.release(slot, stepNumber);
      }
      stepNumber++;
    }
    Tensor[] results = new Tensor[program.outputSlots.length];
    for (int index = 0; index < results.length; index++) {
      results[index] = values.get(program.outputSlots[index]);
    }
    return results;
  }

  /** Executes one step. */
  void execute(Step next) {
    next.operator.run(this);
  }

  /** New memory from the heap, its elements 0. */
  Tensor allocate(ElementType type, Shape shape) {
    return Tensor.allocate(type, shape);
  }

  /** A value of the arena. */
  Tensor allocatePlanned(ElementType type, Shape shape, int offset) {
    return workspace.arenaFor(plan).at(type, shape, offset);
  }

  /** Checks what a sub-graph gave. */
  void check(Tensor[] results) {}

  /** An execution of a sub-graph. */
  Execution inner(Program body) {
    return new Execution(body, workspace, budget);
  }

  @Override
  public final int inputCount() {
    return step.inputs.length;
  }

  @Override
  public final boolean hasInput(int index) {
    return index < step.inputs.length && step.inputs[index] != Step.LEFT_OUT;
  }

  @Override
  public final Tensor input(int index) {
    return values.get(step.inputs[index]);
  }

  @Override
  public final boolean wantsOutput(int index) {
    return index < step.outputs.length && step.outputs[index] != Step.LEFT_OUT;
  }

  @Override
  public final Tensor output(int index, ElementType type, Shape shape) {
    Tensor planned = planned(index, type, shape);
    if (planned != null) {
      if (!planned.isDeferred()) {
        Arena.clear(planned);
      }
      return planned;
    }
    if (record != null && wantsOutput(index)) {
      record.make(step.outputs[index], type, shape, stepNumber);
    }
    return outputFromHeap(index, type, shape);
  }

  private Tensor outputFromHeap(int index, ElementType type, Shape shape) {
    long bytes = (long) shape.elementCount() * type.sizeBytes();
    budget.take(bytes);
    Tensor tensor = allocate(type, shape);
    if (wantsOutput(index)) {
      values.own(step.outputs[index], tensor, bytes);
    } else {
      budget.giveBack(bytes);
    }
    return tensor;
  }

  @Override
  public final FloatTensor undefinedFloats(int index, Shape shape) {
    Tensor planned = planned(index, ElementType.FLOAT32, shape);
    return planned != null ? (FloatTensor) planned : floatOutput(index, shape);
  }

  @Override
  public final FloatTensor floatsOver(int index, int input, Shape shape) {
    int dying = record == null ? NOTHING : dyingOwner(input, shape);
    if (dying == NOTHING || !wantsOutput(index)) {
      return undefinedFloats(index, shape);
    }
    record.makeOver(step.outputs[index], dying, shape, stepNumber);
    return (FloatTensor) outputFromHeap(index, ElementType.FLOAT32, shape);
  }

  /** The owner of an input's memory if nobody else needs that from now on, else -1. */
  private int dyingOwner(int input, Shape shape) {
    int slot = step.inputs[input];
    int owner = values.soleOwner(slot);
    boolean fits = owner != NOTHING && values.get(slot).elementCount() == shape.elementCount();
    if (!fits || !record.isMade(owner)) {
      return NOTHING;
    }
    for (int last : step.lastUses) {
      if (last == slot) {
        return owner;
      }
    }
    return NOTHING;
  }

  /** Output {@code index} in the arena, or null if the plan has no such value. */
  private Tensor planned(int index, ElementType type, Shape shape) {
    if (plan == null || !wantsOutput(index)) {
      return null;
    }
    int slot = step.outputs[index];
    int offset = plan.offset(slot, type, shape);
    if (offset == MemoryPlan.NOT_PLANNED) {
      return null;
    }
    Tensor tensor = allocatePlanned(type, shape, offset);
    values.own(slot, tensor, 0);
    return tensor;
  }

  @Override
  public final void outputTensor(int index, Tensor tensor) {
    if (wantsOutput(index)) {
      budget.take(tensor.sizeBytes());
      Tensor own = workspace.isInArena(tensor) ? copy(tensor) : tensor;
      values.own(step.outputs[index], own, tensor.sizeBytes());
    }
  }

  /** The arena's memory goes with the value that it was planned for. */
  private static Tensor copy(Tensor tensor) {
    Tensor copy = Tensor.allocate(tensor.type(), tensor.shape());
    copy.copy(0, tensor, 0, tensor.elementCount());
    return copy;
  }

  @Override
  public final Tensor[] run(Body body, Tensor... inputs) {
    SubGraph graph = (SubGraph) body;
    Program inner = graph.program();
    long before = budget.usedBytes();
    Execution execution = inner(inner);
    for (int index = 0; index < inputs.length; index++) {
      execution.give(inner.inputSlots.get(inner.requiredInputs.get(index).name()), inputs[index]);
    }
    for (int index = 0; index < graph.outerSlots().length; index++) {
      execution.give(graph.innerSlots()[index], values.get(graph.outerSlots()[index]));
    }
    Tensor[] results = execution.run();
    check(results);
    budget.giveBack(budget.usedBytes() - before);
    return results;
  }

  @Override
  public final Tensor temporary(ElementType type, Shape shape) {
    long bytes = (long) shape.elementCount() * type.sizeBytes();
    budget.take(bytes);
    heldBytes += bytes;
    return allocate(type, shape);
  }

  @Override
  public final void hold(Tensor tensor) {
    budget.take(tensor.sizeBytes());
    heldBytes += tensor.sizeBytes();
  }

  @Override
  public final void outputView(int input, Shape shape) {
    if (wantsOutput(0)) {
      values.view(step.outputs[0], step.inputs[input], shape);
    }
  }

  @Override
  public final void outputConstant(int index, Tensor constant) {
    if (wantsOutput(index)) {
      values.give(step.outputs[index], constant);
    }
  }

  @Override
  public final float[] scratch(long elements) {
    if (elements > scratchElements) {
      budget.take((elements - scratchElements) * Float.BYTES);
      if (elements > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("needs too much scratch memory");
      }
      scratchElements = elements;
    }
    return scratchArray((int) elements);
  }

  /** Floats of scratch memory, at least so many. */
  float[] scratchArray(int elements) {
    return workspace.scratch(elements);
  }

  @Override
  public final Gemm gemm() {
    return workspace.gemm;
  }
}
