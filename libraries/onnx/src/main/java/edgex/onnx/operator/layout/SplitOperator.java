package edgex.onnx.operator.layout;

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
import java.util.Arrays;

/**
 * Split: an input cut into pieces along an axis. Their extents are attribute or, since opset 13,
 * input; without them all are equal but, since opset 18, for a smaller last one.
 */
final class SplitOperator implements Operator {
  private final long axis;
  private final long[] constantExtents;
  private final int pieces;
  private final boolean lastMayDiffer;

  SplitOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.whole("axis", 0);
    this.constantExtents = context.opset() < 13 ? context.wholes("split") : null;
    this.pieces = context.outputCount();
    this.lastMayDiffer = context.opset() >= 18;
    if (lastMayDiffer && context.has("num_outputs")) {
      context.require(
          context.whole("num_outputs", 0) == pieces, "attribute num_outputs differs from outputs");
    }
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.indices(1);
    ElementType[] types = new ElementType[pieces];
    Arrays.fill(types, inputs.get(0));
    return types;
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int along = shape.axis(axis);
    int extent = shape.dimension(along);
    long[] extents = extents(invocation, extent);
    int inner = shape.product(along + 1, shape.rank());
    Tensor[] results = new Tensor[pieces];
    for (int piece = 0; piece < pieces; piece++) {
      Shape own = shape.with(along, (int) extents[piece]);
      results[piece] = invocation.output(piece, input.type(), own);
    }
    int start = 0;
    for (int piece = 0; piece < pieces; piece++) {
      int own = (int) extents[piece];
      Tensor result = results[piece];
      for (int block = 0; block < shape.product(0, along); block++) {
        int source = (block * extent + start) * inner;
        result.copy(block * own * inner, input, source, own * inner);
      }
      start += own;
    }
  }

  private long[] extents(Invocation invocation, int extent) {
    long[] extents =
        invocation.hasInput(1) ? Operands.wholes(invocation.input(1)) : constantExtents;
    if (extents == null) {
      return equalExtents(extent);
    }
    long sum = 0;
    for (long own : extents) {
      if (own < 0 || own > extent) {
        throw new TensorException("cannot cut a piece of " + own + " from " + extent);
      }
      sum += own;
    }
    if (extents.length != pieces || sum != extent) {
      throw new TensorException(
          extents.length + " pieces of " + sum + " in all do not fit an extent of " + extent);
    }
    return extents;
  }

  private long[] equalExtents(int extent) {
    int own = (extent + pieces - 1) / pieces;
    long last = extent - (long) own * (pieces - 1);
    if (last < 0 || (last != own && !lastMayDiffer)) {
      throw new TensorException("cannot cut " + extent + " into " + pieces + " equal pieces");
    }
    long[] extents = new long[pieces];
    Arrays.fill(extents, own);
    extents[pieces - 1] = last;
    return extents;
  }
}
