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
 * One run of a {@link Program}: the values so far, and the memory they take.
 *
 * <p>A value that views another (a reshaped tensor) has the same owner; the owner's bytes are free
 * when the last value that it owns is released. Constants and inputs have no owner: their memory is
 * not the run's.
 */
final class Execution implements Invocation {
  private static final int NO_OWNER = -1;
  private static final float[] ZEROS = new float[4096];

  private final Program program;
  private final Workspace workspace;
  private final RunBudget budget;
  private final Tensor[] values;
  private final int[] owners;
  private final int[] ownedValues;
  private final long[] ownedBytes;
  private long heldBytes;
  private long scratchElements;
  private Step step;
  private int stepNumber;
  private LifeRecord record;
  private MemoryPlan plan;
  private float[] arena;

  Execution(Program program, Workspace workspace, RunBudget budget) {
    this.program = program;
    this.workspace = workspace;
    this.budget = budget;
    this.values = new Tensor[program.slotCount];
    this.owners = new int[program.slotCount];
    this.ownedValues = new int[program.slotCount];
    this.ownedBytes = new long[program.slotCount];
  }

  /** Lets the run note when its values live. */
  void record(LifeRecord lives) {
    record = lives;
  }

  /** Lets the run use an arena as planned. */
  void follow(MemoryPlan memoryPlan) {
    budget.take((long) Float.BYTES * memoryPlan.arenaElements());
    plan = memoryPlan;
    arena = workspace.arenaFor(memoryPlan);
  }

  /** Gives a value that belongs to somebody else to a slot: an input, or one captured. */
  void give(int slot, Tensor value) {
    set(slot, value, NO_OWNER);
  }

  /**
   * Runs all steps and returns the outputs.
   *
   * @throws TensorException if a node fails; the message names it
   */
  Tensor[] run() {
    for (int slot : program.constantSlots) {
      if (values[slot] == null) {
        give(slot, program.constants.get(slot));
      }
    }
    for (Step next : program.steps) {
      step = next;
      try {
        budget.countNode();
        next.operator.run(this);
      } catch (TensorException exception) {
        throw new TensorException(next.node.label() + ": " + exception.getMessage());
      }
      budget.giveBack(heldBytes);
      heldBytes = 0;
      for (int slot : next.lastUses) {
        release(slot);
      }
      stepNumber++;
    }
    Tensor[] results = new Tensor[program.outputSlots.length];
    for (int index = 0; index < results.length; index++) {
      results[index] = values[program.outputSlots[index]];
    }
    return results;
  }

  private void set(int slot, Tensor value, int owner) {
    values[slot] = value;
    owners[slot] = owner;
    if (owner != NO_OWNER) {
      ownedValues[owner]++;
    }
  }

  private void release(int slot) {
    values[slot] = null;
    int owner = owners[slot];
    if (owner != NO_OWNER && --ownedValues[owner] == 0) {
      budget.giveBack(ownedBytes[owner]);
      if (record != null) {
        record.free(owner, stepNumber);
      }
    }
  }

  @Override
  public int inputCount() {
    return step.inputs.length;
  }

  @Override
  public boolean hasInput(int index) {
    return index < step.inputs.length && step.inputs[index] != Step.LEFT_OUT;
  }

  @Override
  public Tensor input(int index) {
    return values[step.inputs[index]];
  }

  @Override
  public boolean wantsOutput(int index) {
    return index < step.outputs.length && step.outputs[index] != Step.LEFT_OUT;
  }

  @Override
  public Tensor output(int index, ElementType type, Shape shape) {
    FloatTensor planned = type == ElementType.FLOAT32 ? planned(index, shape) : null;
    if (planned != null) {
      int from = planned.offset();
      clear(arena, from, from + shape.elementCount());
      return planned;
    }
    long bytes = (long) shape.elementCount() * type.sizeBytes();
    budget.take(bytes);
    Tensor tensor = Tensor.allocate(type, shape);
    if (wantsOutput(index)) {
      if (record != null) {
        record.make(step.outputs[index], type, shape, stepNumber);
      }
      own(step.outputs[index], tensor);
    } else {
      budget.giveBack(bytes);
    }
    return tensor;
  }

  @Override
  public FloatTensor undefinedFloats(int index, Shape shape) {
    FloatTensor planned = planned(index, shape);
    return planned != null ? planned : floatOutput(index, shape);
  }

  /** By copies, which are faster in a compiled program than a loop. */
  private static void clear(float[] values, int from, int to) {
    for (int index = from; index < to; index += ZEROS.length) {
      System.arraycopy(ZEROS, 0, values, index, Math.min(ZEROS.length, to - index));
    }
  }

  /** Output {@code index} in the arena, or null if the plan has no such value. */
  private FloatTensor planned(int index, Shape shape) {
    if (plan == null || !wantsOutput(index)) {
      return null;
    }
    int slot = step.outputs[index];
    int offset = plan.offset(slot, shape);
    if (offset == MemoryPlan.NOT_PLANNED) {
      return null;
    }
    FloatTensor tensor = new FloatTensor(shape, arena, offset);
    ownedBytes[slot] = 0;
    set(slot, tensor, slot);
    return tensor;
  }

  private void own(int slot, Tensor tensor) {
    ownedBytes[slot] = tensor.sizeBytes();
    set(slot, tensor, slot);
  }

  @Override
  public void outputTensor(int index, Tensor tensor) {
    if (wantsOutput(index)) {
      budget.take(tensor.sizeBytes());
      own(step.outputs[index], arena != null && tensor.storage() == arena ? copy(tensor) : tensor);
    }
  }

  /** The arena's memory goes with the value that it was planned for. */
  private static Tensor copy(Tensor tensor) {
    Tensor copy = Tensor.allocate(tensor.type(), tensor.shape());
    copy.copy(0, tensor, 0, tensor.elementCount());
    return copy;
  }

  @Override
  public Tensor[] run(Body body, Tensor... inputs) {
    SubGraph graph = (SubGraph) body;
    Program inner = graph.program();
    long before = budget.usedBytes();
    Execution execution = new Execution(inner, workspace, budget);
    for (int index = 0; index < inputs.length; index++) {
      execution.give(inner.inputSlots.get(inner.requiredInputs.get(index).name()), inputs[index]);
    }
    for (int index = 0; index < graph.outerSlots().length; index++) {
      execution.give(graph.innerSlots()[index], values[graph.outerSlots()[index]]);
    }
    Tensor[] results = execution.run();
    budget.giveBack(budget.usedBytes() - before);
    return results;
  }

  @Override
  public Tensor temporary(ElementType type, Shape shape) {
    long bytes = (long) shape.elementCount() * type.sizeBytes();
    budget.take(bytes);
    heldBytes += bytes;
    return Tensor.allocate(type, shape);
  }

  @Override
  public void hold(Tensor tensor) {
    budget.take(tensor.sizeBytes());
    heldBytes += tensor.sizeBytes();
  }

  @Override
  public void outputView(int input, Shape shape) {
    if (wantsOutput(0)) {
      int source = step.inputs[input];
      set(step.outputs[0], values[source].reshaped(shape), owners[source]);
    }
  }

  @Override
  public void outputConstant(int index, Tensor constant) {
    if (wantsOutput(index)) {
      set(step.outputs[index], constant, NO_OWNER);
    }
  }

  @Override
  public float[] scratch(long elements) {
    if (elements > scratchElements) {
      budget.take((elements - scratchElements) * Float.BYTES);
      if (elements > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("needs too much scratch memory");
      }
      scratchElements = elements;
    }
    if (elements > workspace.scratch.length) {
      workspace.scratch = new float[(int) elements];
    }
    return workspace.scratch;
  }

  @Override
  public Gemm gemm() {
    return workspace.gemm;
  }
}
