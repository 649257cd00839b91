package edgex.onnx.operator.recurrent;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Floats;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Arrays;

/**
 * RNN, GRU and LSTM: the walk over directions, time and batch that they share.
 *
 * <pre>
 *   inputs  X [time, batch, input]      W [directions, gates * hidden, input]
 *           R [directions, gates * hidden, hidden]      B [directions, 2 * gates * hidden]
 *           lengths [batch]   initial h [directions, batch, hidden]   LSTM: initial C, P
 *   outputs Y [time, directions, batch, hidden]   last h, last C [directions, batch, hidden]
 * </pre>
 *
 * With {@code layout} 1 the batch comes first in X, Y and the states.
 */
final class RecurrentOperator implements Operator {
  private static final int BIAS = 3;
  private static final int LENGTHS = 4;
  private static final int INITIAL_STATE = 5;
  private static final int INITIAL_MEMORY = 6;
  private static final int PEEPHOLES = 7;

  /** Makes a cell, reading its own attributes. */
  interface CellFactory {
    Cell create(NodeContext context) throws ModelFormatException;
  }

  private final Cell cell;
  private final int directions;
  private final boolean firstIsReverse;
  private final boolean batchFirst;
  private final long hiddenSize;
  private final Activation[] activations;
  private final boolean isDefault;

  RecurrentOperator(NodeContext context, CellFactory factory) throws ModelFormatException {
    this.cell = factory.create(context);
    String direction = context.choice("direction", "forward", "reverse", "bidirectional");
    this.directions = direction.equals("bidirectional") ? 2 : 1;
    this.firstIsReverse = direction.equals("reverse");
    this.batchFirst = context.flag("layout");
    this.hiddenSize = context.whole("hidden_size", 0);
    this.activations = Activation.read(context, cell.defaultActivations(), directions);
    this.isDefault = Activation.areDefault(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.get(0);
    inputs.require(0, type == ElementType.FLOAT32 || type == ElementType.FLOAT16);
    for (int index = 1; index <= PEEPHOLES; index++) {
      inputs.optional(index, index == LENGTHS ? ElementType.INT32 : type);
    }
    return new ElementType[] {type, type, type};
  }

  @Override
  public void run(Invocation invocation) {
    // All memory is asked for before the first element is touched, so that a rehearsal sees it.
    RecurrentShapes shapes = shapes(invocation);
    FloatTensor state = Floats.empty(invocation, shapes.innerStateShape());
    FloatTensor memory = Floats.empty(invocation, shapes.innerStateShape());
    ElementType type = invocation.input(0).type();
    Tensor all = invocation.output(0, type, shapes.sequenceShape());
    Tensor lastState = invocation.output(1, type, shapes.stateShape());
    boolean wantsMemory = invocation.wantsOutput(2);
    Tensor lastMemory = wantsMemory ? invocation.output(2, type, shapes.stateShape()) : null;
    RecurrentPass[] passes = new RecurrentPass[directions];
    for (int direction = 0; direction < directions; direction++) {
      boolean reverse = direction == 1 || firstIsReverse;
      passes[direction] = new RecurrentPass(invocation, shapes, cell, direction, reverse);
    }
    begin(invocation, shapes, INITIAL_STATE, state);
    begin(invocation, shapes, INITIAL_MEMORY, memory);
    for (int direction = 0; direction < directions; direction++) {
      passes[direction].run(step(invocation, shapes, direction), state, memory, all);
    }
    storeState(lastState, shapes, state);
    if (wantsMemory) {
      storeState(lastMemory, shapes, memory);
    }
  }

  private RecurrentShapes shapes(Invocation invocation) {
    RecurrentShapes shapes =
        new RecurrentShapes(
            invocation.input(0).shape(),
            invocation.input(2).shape(),
            directions,
            cell.gates(),
            batchFirst);
    if (hiddenSize != 0 && hiddenSize != shapes.hidden()) {
      throw new TensorException("hidden_size " + hiddenSize + " does not fit the weights");
    }
    shapes.require("weights", invocation.input(1).shape(), shapes.weightsShape());
    shapes.require("recurrent weights", invocation.input(2).shape(), shapes.recurrentShape());
    Shape[] expected = {
      shapes.biasShape(),
      Shape.of(shapes.batch()),
      shapes.stateShape(),
      shapes.stateShape(),
      Shape.of(directions, 3 * shapes.hidden())
    };
    for (int index = BIAS; index <= PEEPHOLES; index++) {
      if (invocation.hasInput(index)) {
        shapes.require("input " + index, invocation.input(index).shape(), expected[index - BIAS]);
      }
    }
    return shapes;
  }

  private CellStep step(Invocation invocation, RecurrentShapes shapes, int direction) {
    int hidden = shapes.hidden();
    int functions = activations.length / directions;
    CellStep step =
        new CellStep(
            hidden,
            Arrays.copyOfRange(activations, direction * functions, (direction + 1) * functions));
    step.isDefault = isDefault;
    FloatTensor recurrent = Floats.input(invocation, 2);
    step.recurrentWeights = recurrent.values();
    step.recurrentWeightsFrom = recurrent.offset() + direction * cell.gates() * hidden * hidden;
    if (invocation.hasInput(BIAS)) {
      FloatTensor bias = Floats.input(invocation, BIAS);
      step.recurrentBias = bias.values();
      step.recurrentBiasFrom = bias.offset() + (2 * direction + 1) * cell.gates() * hidden;
    }
    if (invocation.hasInput(PEEPHOLES)) {
      FloatTensor peepholes = Floats.input(invocation, PEEPHOLES);
      step.peepholes = peepholes.values();
      step.peepholesFrom = peepholes.offset() + direction * 3 * hidden;
    }
    return step;
  }

  /** Sets the state before the first step from an input; it stays 0 if that is not given. */
  private static void begin(
      Invocation invocation, RecurrentShapes shapes, int index, FloatTensor state) {
    if (invocation.hasInput(index)) {
      Tensor given = invocation.input(index);
      for (int place = 0; place < state.elementCount(); place++) {
        state.setDouble(place, given.getDouble(shapes.stateIndex(place)));
      }
    }
  }

  private static void storeState(Tensor result, RecurrentShapes shapes, FloatTensor state) {
    for (int place = 0; place < state.elementCount(); place++) {
      result.setDouble(shapes.stateIndex(place), state.getDouble(place));
    }
  }
}
