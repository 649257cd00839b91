package edgex.onnx.operator.reduction;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Reduction;
import edgex.tensor.Tensor;
import edgex.tensor.kernel.FloatKernels;

/** ReduceSum, ReduceMax and their like: the elements along some axes folded into one. */
final class ReduceOperator implements Operator {
  private final ReductionKind kind;
  private final ReductionAxes axes;

  private ReduceOperator(NodeContext context, ReductionKind kind, long axesAreInputSince)
      throws ModelFormatException {
    this.kind = kind;
    this.axes = new ReductionAxes(context, axesAreInputSince);
  }

  static void addTo(OperatorTable table) {
    add(table, "ReduceSum", ReductionKind.SUM, 13);
    add(table, "ReduceMean", ReductionKind.MEAN, 18);
    add(table, "ReduceProd", ReductionKind.PRODUCT, 18);
    add(table, "ReduceMax", ReductionKind.MAXIMUM, 18);
    add(table, "ReduceMin", ReductionKind.MINIMUM, 18);
    add(table, "ReduceL1", ReductionKind.ABSOLUTE_SUM, 18);
    add(table, "ReduceL2", ReductionKind.EUCLIDEAN, 18);
    add(table, "ReduceSumSquare", ReductionKind.SQUARE_SUM, 18);
    add(table, "ReduceLogSum", ReductionKind.LOGARITHM_OF_SUM, 18);
    add(table, "ReduceLogSumExp", ReductionKind.LOGARITHM_OF_EXPONENTIALS, 18);
  }

  private static void add(
      OperatorTable table, String name, ReductionKind kind, long axesAreInputSince) {
    table.add(name, 1, 1, 2, context -> new ReduceOperator(context, kind, axesAreInputSince));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.get(0);
    inputs.require(0, type.isNumeric() || kind.isOfOrder());
    inputs.optional(1, ElementType.INT64);
    return new ElementType[] {type};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Reduction reduction = axes.reduction(invocation);
    Tensor result = invocation.output(0, input.type(), axes.resultShape(reduction));
    int code = kind.kernelCode();
    if (code >= 0
        && input instanceof FloatTensor from
        && result instanceof FloatTensor to
        && reduction.isOfLines()) {
      FloatKernels.reduce(
          code,
          from.values(),
          from.offset(),
          to.values(),
          to.offset(),
          to.elementCount(),
          reduction.termCount());
      return;
    }
    if (input.type().isFloatingPoint()) {
      reduction.run(new RealFolder(kind, input, result, reduction.termCount()));
    } else {
      reduction.run(new WholeFolder(kind, input, result, reduction.termCount()));
    }
  }
}
