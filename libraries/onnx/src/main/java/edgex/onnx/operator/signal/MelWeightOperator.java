package edgex.onnx.operator.signal;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * MelWeightMatrix: triangular filters, evenly spaced on the mel scale, as a matrix from the bins of
 * a spectrum to mel bins. Inputs: mel bins, length of the transform, sample rate, lowest and
 * highest frequency in hertz.
 */
final class MelWeightOperator implements Operator {
  private final ElementType type;

  MelWeightOperator(NodeContext context) throws ModelFormatException {
    this.type = context.elementType("output_datatype", ElementType.FLOAT32);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    for (int index = 0; index < 3; index++) {
      inputs.indices(index);
    }
    inputs.floatingPoint(3);
    inputs.floatingPoint(4);
    return new ElementType[] {type};
  }

  @Override
  public void run(Invocation invocation) {
    long bins = Operands.whole(invocation.input(0));
    long length = Operands.whole(invocation.input(1));
    double rate = Operands.real(invocation.input(2));
    double lowest = mel(Operands.real(invocation.input(3)));
    double highest = mel(Operands.real(invocation.input(4)));
    boolean valid = bins >= 1 && bins <= 1 << 20 && length >= 1 && length <= 1 << 26;
    if (!valid || !(rate > 0) || !(highest >= lowest)) {
      throw new TensorException(bins + " mel bins of " + length + " make no sense");
    }
    int rows = (int) length / 2 + 1;
    int columns = (int) bins;
    Tensor result = invocation.output(0, type, Shape.of(rows, columns));
    double step = (highest - lowest) / (columns + 2);
    int[] edges = new int[columns + 2];
    for (int edge = 0; edge < edges.length; edge++) {
      double bin = Math.floor((length + 1) * hertz(lowest + edge * step) / rate);
      edges[edge] = (int) Math.max(0, Math.min(rows, bin));
    }
    for (int column = 0; column < columns; column++) {
      fill(result, columns, column, edges);
    }
  }

  private static void fill(Tensor result, int columns, int column, int[] edges) {
    int low = edges[column];
    int centre = edges[column + 1];
    int high = edges[column + 2];
    int last = result.shape().dimension(0) - 1;
    if (low == centre && centre <= last) {
      result.setDouble(centre * columns + column, 1);
    }
    for (int row = low; row <= Math.min(centre, last) && low != centre; row++) {
      result.setDouble(row * columns + column, (row - low) / (double) (centre - low));
    }
    for (int row = centre; row < Math.min(high, last + 1); row++) {
      result.setDouble(row * columns + column, (high - row) / (double) (high - centre));
    }
  }

  private static double mel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }

  private static double hertz(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }
}
