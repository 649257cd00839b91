package edgex.onnx.operator.control;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Body;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Arrays;

/**
 * Scan: a sub-graph run once for every slice of its scan inputs, with state from one run to the
 * next.
 *
 * <pre>
 *   node    (state..., scan input...) -> (state..., scan output...)
 *   body    (state..., slice...)      -> (state..., slice...)
 * </pre>
 *
 * Before opset 9 there is a batch axis in front, and an optional input 0 of lengths.
 */
final class ScanOperator implements Operator {
  private final Body body;
  private final boolean batched;
  private final int firstInput;
  private final int states;
  private final int scanInputs;
  private final int scanOutputs;
  private final long[] inputAxes;
  private final long[] outputAxes;
  private final long[] inputDirections;
  private final long[] outputDirections;
  private ElementType[] resultTypes;

  ScanOperator(NodeContext context) throws ModelFormatException {
    this.body = context.body("body");
    this.batched = context.opset() < 9;
    this.firstInput = batched ? 1 : 0;
    long scans = context.whole("num_scan_inputs", 0);
    int inputs = context.inputCount() - firstInput;
    context.require(scans >= 1 && scans <= inputs, "attribute num_scan_inputs is " + scans);
    context.require(
        !batched || !context.hasInput(0), "sequences of different lengths are not supported");
    this.scanInputs = (int) scans;
    this.states = inputs - scanInputs;
    this.scanOutputs = body.outputCount() - states;
    context.require(
        body.inputCount() == inputs && scanOutputs >= 0, "the body does not fit the inputs");
    context.require(
        context.outputCount() <= body.outputCount(), "the body does not make so many outputs");
    this.inputDirections =
        numbers(context, batched ? "directions" : "scan_input_directions", scanInputs);
    this.outputDirections = numbers(context, "scan_output_directions", scanOutputs);
    this.inputAxes = numbers(context, "scan_input_axes", scanInputs);
    this.outputAxes = numbers(context, "scan_output_axes", scanOutputs);
  }

  private static long[] numbers(NodeContext context, String name, int count)
      throws ModelFormatException {
    long[] numbers = context.wholes(name);
    context.require(
        numbers == null || numbers.length == count, "attribute " + name + " has a wrong length");
    return numbers == null ? new long[count] : numbers;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType[] types = new ElementType[states + scanInputs];
    for (int index = 0; index < types.length; index++) {
      types[index] = inputs.get(firstInput + index);
      inputs.require(firstInput + index, types[index] != null);
    }
    resultTypes = body.compile(types);
    for (int state = 0; state < states; state++) {
      if (resultTypes[state] != types[state]) {
        throw new ModelFormatException("the body of a Scan changes the type of its state");
      }
    }
    return resultTypes;
  }

  @Override
  public void run(Invocation invocation) {
    Tensor[] inputs = new Tensor[states + scanInputs];
    for (int index = 0; index < inputs.length; index++) {
      inputs[index] = invocation.input(firstInput + index);
    }
    if (!batched) {
      Tensor[] state = Arrays.copyOf(inputs, states);
      ScanResults[] collected = scan(invocation, inputs, state);
      for (int index = 0; index < states; index++) {
        invocation.outputTensor(index, state[index]);
      }
      for (int index = 0; index < scanOutputs; index++) {
        ScanResults.Order order = order(outputDirections[index]);
        collected[index].stack(invocation, states + index, outputAxes[index], order);
      }
      return;
    }
    runBatch(invocation, inputs);
  }

  private static ScanResults.Order order(long direction) {
    return direction == 0 ? ScanResults.Order.FORWARD : ScanResults.Order.BACKWARD;
  }

  /** Runs one entry of a batch after the other, and stacks what they make. */
  private void runBatch(Invocation invocation, Tensor[] inputs) {
    ScanResults[] results = collectors(0, resultTypes.length);
    for (Tensor input : inputs) {
      if (input.shape().rank() < 1
          || input.shape().dimension(0) != inputs[0].shape().dimension(0)) {
        throw new TensorException("the inputs of a Scan differ in their batch");
      }
    }
    for (int entry = 0; entry < inputs[0].shape().dimension(0); entry++) {
      Tensor[] own = new Tensor[inputs.length];
      for (int index = 0; index < own.length; index++) {
        own[index] = ScanResults.slice(inputs[index], 0, entry);
        invocation.hold(own[index]);
      }
      Tensor[] state = Arrays.copyOf(own, states);
      ScanResults[] collected = scan(invocation, own, state);
      for (int index = 0; index < states; index++) {
        results[index].add(invocation, state[index]);
      }
      for (int index = 0; index < scanOutputs; index++) {
        results[states + index].add(invocation, collected[index].stacked(invocation));
      }
    }
    for (int index = 0; index < results.length; index++) {
      results[index].stack(invocation, index);
    }
  }

  private ScanResults[] collectors(int from, int to) {
    ScanResults[] collectors = new ScanResults[to - from];
    for (int index = from; index < to; index++) {
      collectors[index - from] = new ScanResults(resultTypes[index]);
    }
    return collectors;
  }

  /** Runs the body over all slices; {@code state} ends as the last one. */
  private ScanResults[] scan(Invocation invocation, Tensor[] inputs, Tensor[] state) {
    int[] axes = new int[scanInputs];
    int length = -1;
    for (int index = 0; index < scanInputs; index++) {
      Tensor input = inputs[states + index];
      axes[index] = input.shape().axis(inputAxes[index]);
      int own = input.shape().dimension(axes[index]);
      if (length >= 0 && own != length) {
        throw new TensorException("the scan inputs differ in length: " + own + ", " + length);
      }
      length = own;
    }
    ScanResults[] collected = collectors(states, states + scanOutputs);
    Tensor[] values = new Tensor[states + scanInputs];
    for (int step = 0; step < length; step++) {
      System.arraycopy(state, 0, values, 0, states);
      for (int index = 0; index < scanInputs; index++) {
        int place = inputDirections[index] == 0 ? step : length - 1 - step;
        values[states + index] = ScanResults.slice(inputs[states + index], axes[index], place);
      }
      Tensor[] results = invocation.run(body, values);
      System.arraycopy(results, 0, state, 0, states);
      for (int index = 0; index < scanOutputs; index++) {
        collected[index].add(invocation, results[states + index]);
      }
    }
    return collected;
  }
}
