package edgex.training;

import edgex.onnx.model.Attribute;
import edgex.tensor.FloatTensor;
import edgex.tensor.PoolWindows;
import edgex.tensor.Shape;
import edgex.tensor.Window;
import java.util.Map;

/** MaxPool, AveragePool: the largest or the mean of every window of every channel. */
public final class PicturePooling implements Operation {
  /** What is made of a window. */
  private enum Kind {
    LARGEST,
    MEAN
  }

  private final Kind kind;
  private final int side;
  private final int stride;

  private PicturePooling(Kind kind, int side, int stride) {
    this.kind = kind;
    this.side = side;
    this.stride = stride;
  }

  /** The largest of each window of {@code side} x {@code side} elements. */
  public static Operation largest(int side, int stride) {
    return new PicturePooling(Kind.LARGEST, side, stride);
  }

  /** The mean of each window of {@code side} x {@code side} elements. */
  public static Operation mean(int side, int stride) {
    return new PicturePooling(Kind.MEAN, side, stride);
  }

  private Window window(Shape input, int axis) {
    return Window.of(input.dimension(axis), side, stride, 1, Window.Padding.VALID, 0, 0);
  }

  @Override
  public Shape resultShape(Shape... inputs) {
    return inputs[0].with(2, window(inputs[0], 2).output()).with(3, window(inputs[0], 3).output());
  }

  /** Does something with every window: where its channel begins, and where its result goes. */
  private interface Visitor {
    void visit(PoolWindows windows, int channelStart, int target);
  }

  private void visit(Shape input, Shape result, Visitor visitor) {
    PoolWindows windows = new PoolWindows(window(input, 2), window(input, 3));
    int positions = result.product(2, 4);
    windows.restart();
    for (int position = 0; position < positions; position++) {
      for (int channel = 0; channel < input.product(0, 2); channel++) {
        visitor.visit(windows, channel * input.product(2, 4), channel * positions + position);
      }
      windows.advance();
    }
  }

  /** Index of the first of the largest elements of a window. */
  private static int largest(PoolWindows windows, FloatTensor input, int start) {
    int best = start + windows.seen()[0];
    for (int tap = 1; tap < windows.seenCount(); tap++) {
      int index = start + windows.seen()[tap];
      best = input.values()[index] > input.values()[best] ? index : best;
    }
    return best;
  }

  @Override
  public void run(FloatTensor[] inputs, FloatTensor result) {
    FloatTensor input = inputs[0];
    visit(
        input.shape(),
        result.shape(),
        (windows, channelStart, target) -> {
          int start = input.offset() + channelStart;
          float value;
          if (kind == Kind.LARGEST) {
            value = input.values()[largest(windows, input, start)];
          } else {
            float sum = 0;
            for (int tap = 0; tap < windows.seenCount(); tap++) {
              sum += input.values()[start + windows.seen()[tap]];
            }
            value = sum / windows.seenCount();
          }
          result.values()[result.offset() + target] = value;
        });
  }

  @Override
  public void differentiate(
      FloatTensor[] inputs,
      FloatTensor result,
      FloatTensor resultGradient,
      FloatTensor[] gradients) {
    FloatTensor gradient = gradients[0];
    if (gradient == null) {
      return;
    }
    FloatTensor input = inputs[0];
    visit(
        input.shape(),
        result.shape(),
        (windows, channelStart, target) -> {
          float change = resultGradient.values()[resultGradient.offset() + target];
          int start = gradient.offset() + channelStart;
          if (kind == Kind.LARGEST) {
            int from = input.offset() + channelStart;
            gradient.values()[start + largest(windows, input, from) - from] += change;
            return;
          }
          for (int tap = 0; tap < windows.seenCount(); tap++) {
            gradient.values()[start + windows.seen()[tap]] += change / windows.seenCount();
          }
        });
  }

  @Override
  public String operator() {
    return kind == Kind.LARGEST ? "MaxPool" : "AveragePool";
  }

  @Override
  public Map<String, Attribute> attributes() {
    return Map.of(
        "kernel_shape", PictureConvolve.wholes(side, side),
        "strides", PictureConvolve.wholes(stride, stride));
  }
}
