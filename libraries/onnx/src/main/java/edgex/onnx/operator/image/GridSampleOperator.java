package edgex.onnx.operator.image;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * GridSample: the input, of any number of spatial axes, sampled at the places that a grid gives, in
 * coordinates from -1 to 1 and with the last axis first.
 */
final class GridSampleOperator implements Operator {
  private static final double CUBIC_COEFFICIENT = -0.75;

  private final String mode;
  private final GridPadding padding;

  GridSampleOperator(NodeContext context) throws ModelFormatException {
    String given = context.choice("mode", "linear", "nearest", "cubic", "bilinear", "bicubic");
    // The names for two dimensions, of opset 16, are those for any number without the prefix.
    this.mode = given.startsWith("bi") ? given.substring(2) : given;
    this.padding = new GridPadding(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.floatingPoint(1);
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor grid = invocation.input(1);
    Shape shape = input.shape();
    Shape gridShape = grid.shape();
    int axes = shape.rank() - 2;
    boolean fits = axes >= 1 && gridShape.rank() == shape.rank();
    if (!fits
        || gridShape.dimension(axes + 1) != axes
        || gridShape.dimension(0) != shape.dimension(0)
        || shape.product(2, shape.rank()) == 0) {
      throw new TensorException("a grid of " + gridShape + " does not fit " + shape);
    }
    int[] dimensions = shape.toArray();
    for (int axis = 0; axis < axes; axis++) {
      dimensions[axis + 2] = gridShape.dimension(axis + 1);
    }
    Tensor result = invocation.output(0, input.type(), Shape.of(dimensions));
    int positions = result.shape().product(2, dimensions.length);
    int channels = shape.dimension(1);
    int elements = shape.product(2, shape.rank());
    Neighbours[] neighbours = new Neighbours[axes];
    for (int index = 0; index < shape.dimension(0) * positions; index++) {
      for (int axis = 0; axis < axes; axis++) {
        double place = grid.getDouble(index * axes + axes - 1 - axis);
        neighbours[axis] = neighbours(place, shape.dimension(axis + 2));
      }
      int batch = index / positions;
      for (int channel = 0; channel < channels; channel++) {
        int plane = batch * channels + channel;
        double value = sample(input, plane * elements, neighbours, 0, shape);
        result.setDouble(plane * positions + index % positions, value);
      }
    }
  }

  /** Elements along one axis, -1 for zero outside, and their weights. */
  private static final class Neighbours {
    final int[] indices;
    final double[] weights;

    Neighbours(int count) {
      this.indices = new int[count];
      this.weights = new double[count];
    }
  }

  private Neighbours neighbours(double normalized, int extent) {
    double raw = padding.place(normalized, extent);
    double place = padding.moved(mode.equals("nearest") ? Math.rint(raw) : raw, extent);
    if (mode.equals("nearest")) {
      Neighbours single = new Neighbours(1);
      single.indices[0] = padding.index(Math.rint(place), extent);
      single.weights[0] = 1;
      return single;
    }
    double base = Math.floor(place);
    double part = place - base;
    boolean linear = mode.equals("linear");
    int first = linear ? 0 : -1;
    Neighbours neighbours = new Neighbours(linear ? 2 : 4);
    for (int near = 0; near < neighbours.indices.length; near++) {
      double distance = Math.abs(near + first - part);
      neighbours.indices[near] = padding.index(base + near + first, extent);
      neighbours.weights[near] =
          linear ? 1 - distance : Interpolation.cubic(distance, CUBIC_COEFFICIENT);
    }
    return neighbours;
  }

  private static double sample(
      Tensor input, int from, Neighbours[] neighbours, int axis, Shape shape) {
    if (axis == neighbours.length) {
      return input.getDouble(from);
    }
    int stride = shape.product(axis + 3, shape.rank());
    double sum = 0;
    for (int near = 0; near < neighbours[axis].indices.length; near++) {
      int index = neighbours[axis].indices[near];
      if (index >= 0) {
        double value = sample(input, from + index * stride, neighbours, axis + 1, shape);
        sum += neighbours[axis].weights[near] * value;
      }
    }
    return sum;
  }
}
