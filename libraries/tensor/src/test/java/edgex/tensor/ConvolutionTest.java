package edgex.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two-dimensional convolution against its definition, over random geometries. */
class ConvolutionTest {
  private static final int ROUNDS = 400;

  private final Random random = new Random(2);

  private FloatTensor randomTensor(int... dimensions) {
    FloatTensor tensor = (FloatTensor) Tensor.allocate(ElementType.FLOAT32, Shape.of(dimensions));
    for (int index = 0; index < tensor.elementCount(); index++) {
      tensor.values()[index] = random.nextFloat() * 2 - 1;
    }
    return tensor;
  }

  private Window randomWindow() {
    int kernel = 1 + random.nextInt(4);
    int dilation = 1 + random.nextInt(3);
    int input = (kernel - 1) * dilation + 1 + random.nextInt(8);
    Window.Padding[] paddings = Window.Padding.values();
    Window.Padding padding = paddings[random.nextInt(paddings.length)];
    int stride = 1 + random.nextInt(3);
    return Window.of(
        input, kernel, stride, dilation, padding, random.nextInt(4), random.nextInt(4));
  }

  @Test
  void randomGeometriesAreRight() {
    for (int round = 0; round < ROUNDS; round++) {
      int groups = 1 + random.nextInt(3);
      int channels = groups * (1 + random.nextInt(3));
      int outputs = groups * (1 + random.nextInt(3));
      check(1 + random.nextInt(2), groups, channels, outputs, randomWindow(), randomWindow());
    }
  }

  @Test
  void moreThanOneTileIsRight() {
    Window wide = Window.of(700, 3, 1, 1, Window.Padding.SAME_UPPER, 0, 0);
    Window high = Window.of(7, 3, 1, 1, Window.Padding.SAME_LOWER, 0, 0);
    check(1, 1, 2, 5, high, wide);
  }

  private void check(
      int batches, int groups, int channels, int outputs, Window rows, Window columns) {
    FloatTensor input = randomTensor(batches, channels, rows.input(), columns.input());
    FloatTensor weights = randomTensor(outputs, channels / groups, rows.kernel(), columns.kernel());
    FloatTensor bias = randomTensor(outputs);
    FloatTensor result = randomTensor(batches, outputs, rows.output(), columns.output());
    Convolution convolution = new Convolution(batches, groups, channels, outputs, rows, columns);
    float[] scratch = new float[(int) convolution.scratchElements()];
    convolution.run(new Gemm(), input, weights, bias, result, scratch);
    int index = 0;
    for (int batch = 0; batch < batches; batch++) {
      for (int output = 0; output < outputs; output++) {
        int firstChannel = output / (outputs / groups) * (channels / groups);
        for (int row = 0; row < rows.output(); row++) {
          for (int column = 0; column < columns.output(); column++) {
            double expected = bias.values()[output];
            for (int channel = 0; channel < channels / groups; channel++) {
              int plane = (batch * channels + firstChannel + channel) * rows.input();
              int kernel = (output * (channels / groups) + channel) * rows.kernel();
              expected += window(input, plane, weights, kernel, rows, row, columns, column);
            }
            assertEquals(expected, result.values()[index++], 1e-4, rows + " " + columns);
          }
        }
      }
    }
  }

  private static double window(
      FloatTensor input,
      int plane,
      FloatTensor weights,
      int kernel,
      Window rows,
      int row,
      Window columns,
      int column) {
    double sum = 0;
    for (int down = 0; down < rows.kernel(); down++) {
      for (int across = 0; across < columns.kernel(); across++) {
        int y = row * rows.stride() + down * rows.dilation() - rows.padBegin();
        int x = column * columns.stride() + across * columns.dilation() - columns.padBegin();
        if (y >= 0 && y < rows.input() && x >= 0 && x < columns.input()) {
          sum +=
              (double) input.values()[(plane + y) * columns.input() + x]
                  * weights.values()[(kernel + down) * columns.kernel() + across];
        }
      }
    }
    return sum;
  }
}
