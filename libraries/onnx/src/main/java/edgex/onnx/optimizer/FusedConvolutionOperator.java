package edgex.onnx.optimizer;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.window.WindowAttributes;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.FloatArithmetic;
import edgex.tensor.FloatTensor;
import edgex.tensor.PictureConvolution;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import edgex.tensor.Window;
import edgex.tensor.kernel.Activation;
import java.util.Arrays;

/** A convolution with constant, packed weights and all that follows it. */
final class FusedConvolutionOperator implements Operator {
  private final WindowAttributes attributes;
  private final FusedActivation activation;
  private final Shape weightsShape;
  private final int groups;
  private final float[] packed;
  private final float[] bias;
  private Shape plannedInput;
  private PictureConvolution plan;
  private Shape resultShape;

  FusedConvolutionOperator(NodeContext context) throws ModelFormatException {
    attributes = new WindowAttributes(context);
    activation = FusedActivation.read(context);
    FloatTensor weights = (FloatTensor) context.constant("weights");
    weightsShape = weights.shape();
    int outputs = weightsShape.dimension(0);
    long count = context.whole("group", 1);
    context.require(count >= 1 && outputs % count == 0, "attribute group is " + count);
    groups = (int) count;
    int depth = weightsShape.product(1, weightsShape.rank());
    packed = PictureConvolution.pack(weights.values(), weights.offset(), groups, outputs, depth);
    FloatTensor factors = (FloatTensor) context.constant("factors");
    if (factors != null) {
      PictureConvolution.scale(packed, groups, outputs, depth, factors.values());
    }
    bias = ((FloatTensor) context.constant("bias")).values();
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.all(ElementType.FLOAT32)};
  }

  @Override
  public long constantBytes() {
    return (long) Float.BYTES * (packed.length + bias.length);
  }

  @Override
  public long operations(Shape[] inputs, Shape output) {
    return 2L * weightsShape.product(1, weightsShape.rank()) * output.elementCount();
  }

  @Override
  public String kernel() {
    return "product of shifted views, " + activation.activation();
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor input = invocation.floatInput(0);
    if (!input.shape().equals(plannedInput)) {
      prepare(input.shape());
    }
    FloatTensor addend = invocation.inputCount() > 1 ? invocation.floatInput(1) : null;
    if (addend != null && !addend.shape().equals(resultShape)) {
      runThenAdd(invocation, input, addend);
      return;
    }
    FloatTensor result = invocation.undefinedFloats(0, resultShape);
    if (result.elementCount() > 0) {
      float[] scratch = invocation.scratch(plan.scratchElements());
      plan.run(
          input,
          packed,
          bias,
          addend,
          activation.activation(),
          activation.parameters(),
          result,
          scratch);
    }
  }

  /** The way for an addend that has to be stretched. */
  private void runThenAdd(Invocation invocation, FloatTensor input, FloatTensor addend) {
    FloatTensor alone = (FloatTensor) invocation.temporary(ElementType.FLOAT32, resultShape);
    Broadcast broadcast = new Broadcast(resultShape, addend.shape());
    FloatTensor result = invocation.undefinedFloats(0, broadcast.shape());
    if (alone.elementCount() > 0) {
      float[] scratch = invocation.scratch(plan.scratchElements());
      float[] none = Activation.noParameters();
      plan.run(input, packed, bias, null, Activation.IDENTITY, none, alone, scratch);
    }
    FloatArithmetic.ADD.run(broadcast, alone, addend, result);
    float[] parameters = activation.parameters();
    Elementwise.activate(activation.activation(), parameters, result, result);
    if (activation.scales()) {
      Elementwise.scale(result, parameters[2], parameters[3]);
    }
  }

  private void prepare(Shape input) {
    int rank = weightsShape.rank();
    if (input.rank() != rank || weightsShape.dimension(1) * groups != input.dimension(1)) {
      throw new TensorException("input " + input + " and weights " + weightsShape + " do not fit");
    }
    int[] kernel = Arrays.copyOfRange(weightsShape.toArray(), 2, rank);
    if (attributes.kernel() != null && !Arrays.equals(attributes.kernel(), kernel)) {
      throw new TensorException(
          "kernel_shape differs from the shape of the weights " + weightsShape);
    }
    Window[] windows = attributes.windows(input, kernel);
    int outputs = weightsShape.dimension(0);
    plan = new PictureConvolution(groups, input.dimension(1), outputs, windows);
    resultShape = WindowAttributes.resultShape(input.dimension(0), outputs, windows);
    plannedInput = input;
  }
}
