package edgex.onnx.operator.signal;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FourierTransform;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * STFT: Fourier transforms of frames of a signal [batch, samples, 1 or 2]. Inputs: signal, distance
 * between frames, optional window, optional length of a frame.
 */
final class ShortTimeFourierOperator implements Operator {
  private static final int WINDOW = 2;
  private static final int FRAME_LENGTH = 3;

  private final boolean oneSided;

  ShortTimeFourierOperator(NodeContext context) throws ModelFormatException {
    this.oneSided = context.whole("onesided", 1) != 0;
    context.require(
        context.hasInput(WINDOW) || context.hasInput(FRAME_LENGTH),
        "window and length are missing");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.indices(1);
    inputs.optional(WINDOW, inputs.get(0));
    inputs.indices(FRAME_LENGTH);
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor signal = invocation.input(0);
    Shape shape = signal.shape();
    int parts = shape.rank() == 3 ? shape.dimension(2) : shape.rank() == 2 ? 1 : 0;
    if (parts != 1 && parts != 2) {
      throw new TensorException(shape + " is not a batch of signals");
    }
    long step = Operands.whole(invocation.input(1));
    Tensor window = invocation.hasInput(WINDOW) ? invocation.input(WINDOW) : null;
    long length =
        invocation.hasInput(FRAME_LENGTH)
            ? Operands.whole(invocation.input(FRAME_LENGTH))
            : window.elementCount();
    int samples = shape.dimension(1);
    boolean windowFits = window == null || window.elementCount() <= length;
    if (step < 1 || length < 1 || length > samples || !windowFits) {
      throw new TensorException(
          "frames of " + length + " every " + step + " do not fit " + samples + " samples");
    }
    int frames = (int) ((samples - length) / step) + 1;
    int kept = oneSided ? (int) length / 2 + 1 : (int) length;
    int batches = shape.dimension(0);
    Tensor result = invocation.output(0, signal.type(), Shape.of(batches, frames, kept, 2));
    SignalLine line = new SignalLine(new FourierTransform((int) length), (int) length);
    for (int frame = 0; frame < batches * frames; frame++) {
      long start = (long) frame / frames * samples + frame % frames * step;
      line.read(signal, (int) start * parts, parts, parts, (int) length);
      if (window != null) {
        line.weigh(window);
      }
      line.transform(false);
      line.write(result, frame * kept, 1, 2, kept);
    }
  }
}
