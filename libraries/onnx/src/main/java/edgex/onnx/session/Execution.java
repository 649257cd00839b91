package edgex.onnx.session;

import edgex.onnx.InferenceException;
import edgex.onnx.operator.Invocation;
import edgex.tensor.ElementType;
import edgex.tensor.Gemm;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Map;

/**
 * One run of a {@link Program}: the values so far, and the memory they take.
 *
 * <p>A value that views another (a reshaped tensor) has the same owner; the owner's bytes are free
 * when the last value that it owns is released. Constants and inputs have no owner: their memory is
 * not the run's.
 */
final class Execution implements Invocation {
  private static final int NO_OWNER = -1;

  private final Program program;
  private final Gemm gemm;
  private final long memoryLimitBytes;
  private final Tensor[] values;
  private final int[] owners;
  private final int[] ownedValues;
  private final long[] ownedBytes;
  private long usedBytes;
  private float[] scratch = new float[0];
  private Step step;

  Execution(Program program, Gemm gemm, long memoryLimitBytes) {
    this.program = program;
    this.gemm = gemm;
    this.memoryLimitBytes = memoryLimitBytes;
    this.values = new Tensor[program.slotCount];
    this.owners = new int[program.slotCount];
    this.ownedValues = new int[program.slotCount];
    this.ownedBytes = new long[program.slotCount];
  }

  Tensor[] run(Map<String, Tensor> inputs) throws InferenceException {
    for (Map.Entry<Integer, Tensor> constant : program.constants.entrySet()) {
      set(constant.getKey(), constant.getValue(), NO_OWNER);
    }
    for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
      set(program.inputSlots.get(input.getKey()), input.getValue(), NO_OWNER);
    }
    for (Step next : program.steps) {
      step = next;
      try {
        next.operator.run(this);
      } catch (TensorException exception) {
        throw new InferenceException(next.node.label() + ": " + exception.getMessage());
      }
      for (int slot : next.lastUses) {
        release(slot);
      }
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
      usedBytes -= ownedBytes[owner];
    }
  }

  private void take(long bytes) {
    if (bytes > memoryLimitBytes - usedBytes) {
      throw new TensorException(
          "needs "
              + bytes
              + " bytes more, but "
              + usedBytes
              + " of at most "
              + memoryLimitBytes
              + " are in use");
    }
    usedBytes += bytes;
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
    long bytes = (long) shape.elementCount() * type.sizeBytes();
    take(bytes);
    Tensor tensor = Tensor.allocate(type, shape);
    if (wantsOutput(index)) {
      int slot = step.outputs[index];
      ownedBytes[slot] = bytes;
      set(slot, tensor, slot);
    } else {
      usedBytes -= bytes;
    }
    return tensor;
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
    if (elements > scratch.length) {
      take((elements - scratch.length) * Float.BYTES);
      if (elements > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("needs too much scratch memory");
      }
      scratch = new float[(int) elements];
    }
    return scratch;
  }

  @Override
  public Gemm gemm() {
    return gemm;
  }
}
