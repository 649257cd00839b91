package edgex.onnx.operator.control;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Body;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.Arrays;

/**
 * Loop: a sub-graph run again and again, at most as often as input 0 says and while its condition
 * holds.
 *
 * <pre>
 *   node    (most, condition, state...)      -> (state..., scan...)
 *   body    (iteration, condition, state...) -> (condition, state..., scan...)
 * </pre>
 *
 * Scan outputs are those of all iterations, stacked along a new first axis.
 */
final class LoopOperator implements Operator {
  private static final int FIXED_INPUTS = 2;

  private final Body body;
  private final int states;
  private final int scans;
  private ElementType[] resultTypes;

  LoopOperator(NodeContext context) throws ModelFormatException {
    this.body = context.body("body");
    this.states = context.inputCount() - FIXED_INPUTS;
    this.scans = body.outputCount() - 1 - states;
    context.require(
        states >= 0 && body.inputCount() == FIXED_INPUTS + states && scans >= 0,
        "the body does not fit " + states + " values of state");
    context.require(
        context.outputCount() <= states + scans, "the body does not make so many outputs");
    for (int state = 0; state < states; state++) {
      context.require(context.hasInput(FIXED_INPUTS + state), "a value of state is missing");
    }
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.optional(0, ElementType.INT64);
    inputs.optional(1, ElementType.BOOL);
    ElementType[] types = new ElementType[FIXED_INPUTS + states];
    types[0] = ElementType.INT64;
    types[1] = ElementType.BOOL;
    for (int index = FIXED_INPUTS; index < types.length; index++) {
      types[index] = inputs.get(index);
    }
    ElementType[] results = body.compile(types);
    for (int index = 0; index <= states; index++) {
      if (results[index] != types[index + 1]) {
        throw new ModelFormatException("the body of a Loop changes the type of its state");
      }
    }
    resultTypes = Arrays.copyOfRange(results, 1, results.length);
    return resultTypes;
  }

  @Override
  public void run(Invocation invocation) {
    long most = invocation.hasInput(0) ? Operands.whole(invocation.input(0)) : Long.MAX_VALUE;
    boolean condition = !invocation.hasInput(1) || Operands.whole(invocation.input(1)) != 0;
    Tensor[] values = new Tensor[FIXED_INPUTS + states];
    for (int state = 0; state < states; state++) {
      values[FIXED_INPUTS + state] = invocation.input(FIXED_INPUTS + state);
    }
    ScanResults[] collected = new ScanResults[scans];
    for (int scan = 0; scan < scans; scan++) {
      collected[scan] = new ScanResults(resultTypes[states + scan]);
    }
    for (long iteration = 0; iteration < most && condition; iteration++) {
      values[0] = LongTensor.of(Shape.SCALAR, iteration);
      values[1] = truth(condition);
      Tensor[] results = invocation.run(body, values);
      condition = Operands.whole(results[0]) != 0;
      System.arraycopy(results, 1, values, FIXED_INPUTS, states);
      for (int scan = 0; scan < scans; scan++) {
        collected[scan].add(invocation, results[1 + states + scan]);
      }
    }
    for (int state = 0; state < states; state++) {
      invocation.outputTensor(state, values[FIXED_INPUTS + state]);
    }
    for (int scan = 0; scan < scans; scan++) {
      collected[scan].stack(invocation, states + scan);
    }
  }

  private static Tensor truth(boolean condition) {
    Tensor tensor = Tensor.allocate(ElementType.BOOL, Shape.SCALAR);
    tensor.setLong(0, condition ? 1 : 0);
    return tensor;
  }
}
