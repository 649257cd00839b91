package edgex.tensor.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every native kernel beside its Java twin, for every instruction set that this processor has, at
 * sizes around those of vectors and tiles. Arrays end where their memory ends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelAgreementTest {
  private static final int[] NO_INTEGERS = {};
  private static final int[] COUNTS = {
    1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 47, 48, 49, 100
  };

  private final Random random = new Random(7);
  private NativeKernels kernels;

  @BeforeAll
  void compile(@TempDir Path folder) throws IOException, InterruptedException {
    kernels = NativeKernels.start(folder);
  }

  @AfterAll
  void stop() {
    kernels.close();
  }

  /** Rows and columns of panels, and terms of a byte group. */
  private int[] sizes(int set) {
    int[] sizes = new int[4];
    kernels.call(set, 0, NO_INTEGERS, sizes);
    Assumptions.assumeTrue(sizes[0] == 1, "this processor does not have the instructions");
    return new int[] {sizes[1], sizes[2], sizes[3]};
  }

  private float[] floats(int count) {
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = random.nextFloat() * 4 - 2;
    }
    return values;
  }

  private static int roundUp(int count, int unit) {
    return (count + unit - 1) / unit * unit;
  }

  private static void assertClose(float[] expected, float[] actual, double tolerance, String what) {
    for (int index = 0; index < expected.length; index++) {
      float a = expected[index];
      float b = actual[index];
      boolean same = a == b || (Float.isNaN(a) && Float.isNaN(b));
      boolean close = same || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a));
      assertTrue(close, () -> what + ": " + a + " but " + b);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void productsOfAllTileSizes(int set) {
    int[] panels = sizes(set);
    for (int rows = 1; rows <= 2 * panels[0] + 1; rows++) {
      for (int columns : new int[] {1, 3, 15, 16, 17, 33, 48, 50, 97}) {
        int activation = (rows * 31 + columns) % Activation.ERROR_FUNCTION.code();
        product(
            set, panels, rows, 1 + (rows * columns) % 37, columns, columns, columns, activation);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void productsWithLines(int set) {
    int[] panels = sizes(set);
    for (int used : new int[] {1, 2, 5, 14, 16, 30, 55}) {
      for (int gap : new int[] {0, 1, 2, 19}) {
        for (int lines : new int[] {1, 2, 7}) {
          int columns = (lines - 1) * (used + gap) + used;
          product(set, panels, 5, 9, columns, used + gap, used, Activation.RELU.code());
        }
      }
    }
  }

  private void product(
      int set,
      int[] panels,
      int rows,
      int depth,
      int columns,
      int lineLength,
      int lineUsed,
      int activation) {
    int stored = (columns + lineLength - 1) / lineLength * lineUsed;
    float[] left = floats(rows * depth);
    float[] right = floats(depth * columns);
    float[] bias = floats(rows);
    float[] addend = floats(rows * stored);
    float[] parameters = {0.2f, 0.5f, 1.5f, -0.25f};
    int[] job = ProductJob.of(rows, depth, columns, stored, 0);
    job[ProductJob.LINE_LENGTH] = lineLength;
    job[ProductJob.LINE_USED] = lineUsed;
    job[ProductJob.ACTIVATION] = activation;
    job[ProductJob.HAS_BIAS] = rows % 2;
    job[ProductJob.HAS_ADDEND] = depth % 2;
    float[] actual = new float[rows * stored];
    float[] packedLeft = new float[roundUp(rows, panels[0]) * depth];
    float[] packedRight = new float[roundUp(columns, panels[1]) * depth];
    kernels.call(set, 2, new int[] {rows, depth, depth, 1}, left, packedLeft);
    kernels.call(set, 3, new int[] {depth, columns, columns, 1}, right, packedRight);
    job[ProductJob.RIGHT_STRIP_STEP] = panels[1] * depth;
    int[] places = places(depth, panels[1]);
    kernels.call(
        set,
        1,
        NO_INTEGERS,
        job,
        packedLeft,
        packedRight,
        places,
        actual,
        bias,
        addend,
        parameters);

    float[] expected = new float[rows * stored];
    int strip = ReferenceFloatKernels.panelColumns();
    float[] twinLeft = new float[roundUp(rows, ReferenceFloatKernels.panelRows()) * depth];
    float[] twinRight = new float[roundUp(columns, strip) * depth];
    ReferenceFloatKernels.packLeft(left, 0, rows, depth, depth, 1, twinLeft, 0);
    ReferenceFloatKernels.packRight(right, 0, depth, columns, columns, 1, twinRight, 0);
    job[ProductJob.RIGHT_STRIP_STEP] = strip * depth;
    places = places(depth, strip);
    ReferenceFloatKernels.product(
        job, twinLeft, 0, twinRight, 0, places, expected, 0, bias, 0, addend, 0, parameters);
    assertClose(expected, actual, 1e-5, rows + "x" + depth + "x" + columns + " " + activation);
  }

  private static int[] places(int depth, int strip) {
    int[] places = new int[depth];
    for (int term = 0; term < depth; term++) {
      places[term] = term * strip;
    }
    return places;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void activations(int set) {
    sizes(set);
    float[] parameters = {0.2f, 0.5f, 1, 0};
    for (Activation activation : Activation.values()) {
      for (int count : COUNTS) {
        float[] source = floats(count);
        for (int index = 0; index < count; index++) {
          source[index] *= index % 5 == 0 ? 30 : 1;
        }
        float[] expected = new float[count];
        ReferenceFloatKernels.activate(
            activation.code(), parameters, source, 0, expected, 0, count);
        float[] actual = new float[count];
        kernels.call(set, 4, new int[] {activation.code(), count}, parameters, source, actual);
        // 7.1.26 of Abramowitz and Stegun is good to 2e-7, which the factor x scales.
        assertClose(expected, actual, 3e-6, activation + " of " + count);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void rootsAndLogarithmsOfUnusualNumbers(int set) {
    sizes(set);
    float tiny = Float.MIN_VALUE * 3;
    float[] source = {
      0f, -0f, 1f, -1f, Float.MIN_NORMAL, tiny, Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NaN
    };
    for (Activation activation : new Activation[] {Activation.SQUARE_ROOT, Activation.LOGARITHM}) {
      float[] expected = new float[source.length];
      float[] none = Activation.noParameters();
      int code = activation.code();
      ReferenceFloatKernels.activate(code, none, source, 0, expected, 0, source.length);
      float[] actual = new float[source.length];
      kernels.call(set, 4, new int[] {code, source.length}, none, source, actual);
      assertClose(expected, actual, 3e-6, activation.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void operationsOnTwoOperands(int set) {
    sizes(set);
    for (int operation = 0; operation < 6; operation++) {
      for (int count : COUNTS) {
        for (int steps = 0; steps < 4; steps++) {
          float[] left = floats(steps % 2 == 0 ? 1 : count);
          float[] right = floats(steps / 2 == 0 ? 1 : count);
          left[left.length / 2] = Float.NaN;
          right[right.length / 3] = operation > 3 ? Float.NaN : 2;
          float[] expected = new float[count];
          ReferenceFloatKernels.combine(
              operation, left, 0, steps % 2, right, 0, steps / 2, expected, 0, count);
          float[] actual = new float[count];
          int[] integers = {operation, steps % 2, steps / 2, count};
          kernels.call(set, 5, integers, left, right, actual);
          assertArrayEquals(expected, actual);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void stagedPictures(int set) {
    sizes(set);
    for (int stride = 1; stride <= 3; stride++) {
      for (int width : new int[] {1, 2, 7, 16, 33, 64}) {
        for (int pad = 0; pad <= 2; pad++) {
          int[] job = new int[StageJob.LENGTH];
          job[StageJob.CHANNELS] = 2;
          job[StageJob.INPUT_HEIGHT] = 3;
          job[StageJob.INPUT_WIDTH] = width;
          job[StageJob.PAD_TOP] = pad;
          job[StageJob.PAD_LEFT] = pad;
          job[StageJob.STRIDE_HEIGHT] = stride;
          job[StageJob.STRIDE_WIDTH] = stride;
          job[StageJob.STAGED_HEIGHT] = 4;
          job[StageJob.STAGED_WIDTH] = width / stride + 2;
          float[] input = floats(2 * 3 * width);
          int elements = 2 * stride * stride * 4 * (width / stride + 2);
          float[] expected = new float[elements];
          ReferenceFloatKernels.stage(job, input, 0, expected, 0);
          float[] actual = new float[elements];
          kernels.call(set, 6, NO_INTEGERS, job, input, actual);
          assertArrayEquals(expected, actual);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void pools(int set) {
    sizes(set);
    for (int kind = 0; kind < 3; kind++) {
      for (int stride = 1; stride <= 3; stride++) {
        for (int width : new int[] {3, 8, 17, 33, 34, 68, 111}) {
          pool(set, kind, stride, width, stride % 2);
        }
      }
    }
  }

  private void pool(int set, int kind, int stride, int width, int pad) {
    int height = 6;
    int[] job = new int[PoolJob.LENGTH];
    job[PoolJob.CHANNELS] = 2;
    job[PoolJob.INPUT_HEIGHT] = height;
    job[PoolJob.INPUT_WIDTH] = width;
    job[PoolJob.PAD_TOP] = pad;
    job[PoolJob.PAD_LEFT] = pad;
    job[PoolJob.STRIDE_HEIGHT] = stride;
    job[PoolJob.STRIDE_WIDTH] = stride;
    job[PoolJob.DILATION_HEIGHT] = 1;
    job[PoolJob.DILATION_WIDTH] = 1;
    job[PoolJob.WINDOW_HEIGHT] = 3;
    job[PoolJob.WINDOW_WIDTH] = 3;
    job[PoolJob.OUTPUT_HEIGHT] = (height + 2 * pad - 3) / stride + 1;
    job[PoolJob.OUTPUT_WIDTH] = (width + 2 * pad - 3) / stride + 1;
    job[PoolJob.KIND] = kind;
    job[PoolJob.PADDED_HEIGHT] = height + 2 * pad;
    job[PoolJob.PADDED_WIDTH] = width + 2 * pad;
    float[] input = floats(2 * height * width);
    input[width] = Float.NaN;
    int elements = 2 * job[PoolJob.OUTPUT_HEIGHT] * job[PoolJob.OUTPUT_WIDTH];
    float[] expected = new float[elements];
    ReferenceFloatKernels.pool(job, input, 0, expected, 0);
    float[] actual = new float[elements];
    kernels.call(set, 7, NO_INTEGERS, job, input, actual);
    assertClose(expected, actual, 1e-6, "pool " + kind + " of " + width + " by " + stride);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void linesOfAllLengths(int set) {
    sizes(set);
    int lines = 3;
    for (int length : COUNTS) {
      float[] source = floats(lines * length);
      float[] scale = floats(length);
      float[] shift = floats(length);
      float[] expected = new float[source.length];
      float[] actual = new float[source.length];
      ReferenceFloatKernels.softmax(source, 0, expected, 0, lines, length);
      kernels.call(set, 8, new int[] {lines, length}, source, actual);
      assertClose(expected, actual, 1e-6, "softmax of " + length);
      for (int shifts = 0; shifts < 2; shifts++) {
        ReferenceFloatKernels.normalize(
            source, 0, scale, 0, shifts == 0 ? null : shift, 0, 0.1f, expected, 0, lines, length);
        int[] integers = {lines, length, shifts};
        kernels.call(set, 9, integers, source, scale, shift, new float[] {0.1f}, actual);
        assertClose(expected, actual, 2e-5, "normalisation of " + length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void reductionsAndDotProducts(int set) {
    sizes(set);
    for (int length : COUNTS) {
      for (int rows = 1; rows <= 6; rows++) {
        float[] source = floats(rows * length);
        source[source.length / 2] = rows == 6 ? Float.NaN : 1;
        float[] operand = floats(length);
        for (int kind = 0; kind < 3; kind++) {
          float[] expected = new float[rows];
          ReferenceFloatKernels.reduce(kind, source, 0, expected, 0, rows, length);
          float[] actual = new float[rows];
          kernels.call(set, 10, new int[] {kind, rows, length}, source, actual);
          assertClose(expected, actual, 1e-5, "reduction " + kind + " of " + length);
        }
        float[] expected = floats(rows);
        float[] actual = expected.clone();
        ReferenceFloatKernels.addDots(source, 0, length, operand, 0, expected, 0, rows, length);
        kernels.call(set, 11, new int[] {length, rows, length}, source, operand, actual);
        assertClose(expected, actual, 1e-5, "dot products of " + length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void quantizedNumbers(int set) {
    sizes(set);
    for (int count : COUNTS) {
      float[] source = floats(count);
      float[] expectedRange = new float[2];
      float[] range = new float[2];
      ReferenceByteKernels.measure(source, 0, expectedRange, count);
      kernels.call(set, 12, new int[] {count}, source, range);
      assertArrayEquals(expectedRange, range);
      byte[] expected = new byte[roundUp(count, 4)];
      byte[] actual = new byte[expected.length];
      ReferenceByteKernels.quantize(source, 0, expected, 0, 0.015f, 100, count);
      kernels.call(set, 13, new int[] {100, count}, source, actual, new float[] {0.015f});
      assertArrayEquals(expected, actual);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void productsOfBytesAreExact(int set) {
    int[] panels = sizes(set);
    for (int rows : new int[] {1, 2, 3, 4, 5, 9}) {
      for (int depth : new int[] {4, 8, 12, 32, 100}) {
        for (int columns : new int[] {1, 5, 16, 48, 49}) {
          byteProduct(set, panels, rows, depth, columns);
        }
      }
    }
  }

  private void byteProduct(int set, int[] panels, int rows, int depth, int columns) {
    byte[] left = new byte[rows * depth];
    byte[] right = new byte[roundUp(depth * columns, 4)];
    random.nextBytes(left);
    random.nextBytes(right);
    int[] job = {rows, depth, columns, 117, -3, rows % 2, depth % 8 == 0 ? 1 : 0};
    byte[] packed = new byte[roundUp(depth, panels[2]) * roundUp(columns, panels[1])];
    byte[] twin = new byte[depth * columns];
    int[] sums = new int[columns];
    int[] twinSums = new int[columns];
    kernels.call(set, 14, new int[] {0x80, depth, columns}, right, packed, sums);
    ReferenceByteKernels.pack(right, 0, 0x80, depth, columns, twin, 0, twinSums);
    assertArrayEquals(twinSums, sums);
    int[] expected = new int[rows * columns];
    int[] actual = new int[rows * columns];
    ReferenceByteKernels.product(job, left, 0, twin, 0, twinSums, expected, 0);
    kernels.call(set, 16, NO_INTEGERS, job, left, packed, sums, actual);
    assertArrayEquals(expected, actual);
    float[] scales = floats(columns);
    float[] bias = floats(columns);
    float[] scaled = new float[rows * columns];
    ReferenceByteKernels.scaledProduct(
        job, left, 0, twin, 0, twinSums, 0.5f, scales, 0, bias, 0, scaled, 0);
    float[] actualScaled = new float[rows * columns];
    float[] leftScale = {0.5f};
    kernels.call(
        set, 15, NO_INTEGERS, job, left, packed, sums, scales, leftScale, bias, actualScaled);
    assertClose(scaled, actualScaled, 1e-6, "scaled product");
  }
}
