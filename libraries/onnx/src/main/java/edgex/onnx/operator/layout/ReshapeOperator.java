package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * Reshape: the same elements under the shape given by input 1, or by attribute {@code shape} before
 * opset 5. A dimension of 0 is that of the input (unless {@code allowzero}), one of -1 is what is
 * left.
 */
final class ReshapeOperator implements Operator {
  private final boolean allowZero;
  private final long[] constantShape;

  ReshapeOperator(NodeContext context) throws ModelFormatException {
    this.allowZero = context.flag("allowzero");
    this.constantShape = context.opset() < 5 ? context.wholes("shape") : null;
    if (context.opset() < 5) {
      LegacyAttributes.ignoreConsumedInputs(context);
      context.require(constantShape != null, "attribute shape is missing");
    } else {
      context.require(context.hasInput(1), "the shape is missing");
    }
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    if (constantShape == null) {
      inputs.exactly(1, ElementType.INT64);
    }
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    long[] wanted = constantShape == null ? Operands.wholes(invocation.input(1)) : constantShape;
    invocation.outputView(0, resolve(input.shape(), wanted));
  }

  private Shape resolve(Shape input, long[] wanted) {
    long[] dimensions = new long[wanted.length];
    int inferred = -1;
    long known = 1;
    for (int axis = 0; axis < wanted.length; axis++) {
      long dimension = wanted[axis];
      if (dimension == 0 && !allowZero) {
        if (axis >= input.rank()) {
          throw new TensorException("dimension 0 at axis " + axis + " has nothing to copy");
        }
        dimension = input.dimension(axis);
      }
      if (dimension == -1 && inferred < 0) {
        inferred = axis;
      } else if (dimension < 0 || dimension > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("cannot reshape to dimension " + dimension);
      } else {
        known = Math.min(known * dimension, Shape.MAXIMUM_ELEMENTS + 1L);
      }
      dimensions[axis] = dimension;
    }
    if (inferred >= 0) {
      if (known == 0 || input.elementCount() % known != 0) {
        throw new TensorException("no dimension makes " + input + " fit the new shape");
      }
      dimensions[inferred] = input.elementCount() / known;
    }
    return Shape.ofLongs(dimensions);
  }
}
