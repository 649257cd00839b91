package edgex.tensor.kernel;

import java.util.Arrays;

/** What {@link FloatKernels} computes, in plain Java. */
@SuppressWarnings("checkstyle:ParameterNumber") // those of the function in C
public final class ReferenceFloatKernels {
  private static final int PANEL_ROWS = 4;
  private static final int PANEL_COLUMNS = 16;

  private ReferenceFloatKernels() {}

  /** See {@link FloatKernels#panelRows}. */
  public static int panelRows() {
    return PANEL_ROWS;
  }

  /** See {@link FloatKernels#panelColumns}. */
  public static int panelColumns() {
    return PANEL_COLUMNS;
  }

  /** See {@link FloatKernels#packLeft}. */
  public static void packLeft(
      float[] source,
      int sourceOffset,
      int rows,
      int depth,
      int rowStride,
      int columnStride,
      float[] target,
      int targetOffset) {
    int to = targetOffset;
    for (int row = 0; row < rows; row += PANEL_ROWS) {
      for (int term = 0; term < depth; term++) {
        for (int lane = 0; lane < PANEL_ROWS; lane++) {
          int from = sourceOffset + (row + lane) * rowStride + term * columnStride;
          target[to++] = row + lane < rows ? source[from] : 0;
        }
      }
    }
  }

  /** See {@link FloatKernels#packRight}. */
  public static void packRight(
      float[] source,
      int sourceOffset,
      int depth,
      int columns,
      int rowStride,
      int columnStride,
      float[] target,
      int targetOffset) {
    int to = targetOffset;
    for (int column = 0; column < columns; column += PANEL_COLUMNS) {
      for (int term = 0; term < depth; term++) {
        for (int lane = 0; lane < PANEL_COLUMNS; lane++) {
          int from = sourceOffset + term * rowStride + (column + lane) * columnStride;
          target[to++] = column + lane < columns ? source[from] : 0;
        }
      }
    }
  }

  /** See {@link FloatKernels#product}. */
  public static void product(
      int[] job,
      float[] left,
      int leftOffset,
      float[] right,
      int rightOffset,
      int[] rightRows,
      float[] result,
      int resultOffset,
      float[] bias,
      int biasOffset,
      float[] addend,
      int addendOffset,
      float[] parameters) {
    int depth = job[ProductJob.DEPTH];
    float[] sums = new float[PANEL_COLUMNS];
    for (int column = 0; column < job[ProductJob.COLUMNS]; column += PANEL_COLUMNS) {
      int count = Math.min(PANEL_COLUMNS, job[ProductJob.COLUMNS] - column);
      int strip = rightOffset + column / PANEL_COLUMNS * job[ProductJob.RIGHT_STRIP_STEP];
      for (int row = 0; row < job[ProductJob.ROWS]; row++) {
        int from = leftOffset + row / PANEL_ROWS * PANEL_ROWS * depth + row % PANEL_ROWS;
        sumUp(left, from, depth, right, strip, rightRows, sums, count);
        for (int lane = 0; lane < count; lane++) {
          int line = (column + lane) / job[ProductJob.LINE_LENGTH];
          int position = (column + lane) % job[ProductJob.LINE_LENGTH];
          if (position < job[ProductJob.LINE_USED]) {
            int at = line * job[ProductJob.LINE_USED] + position;
            int place = row * job[ProductJob.RESULT_ROW_STRIDE] + at;
            int mode = job[ProductJob.HAS_BIAS];
            float value = sums[lane];
            value += mode == 0 ? 0 : bias[biasOffset + (mode == 1 ? row : at)];
            value += job[ProductJob.ACCUMULATE] == 0 ? 0 : result[resultOffset + place];
            value += job[ProductJob.HAS_ADDEND] == 0 ? 0 : addend[addendOffset + place];
            float active =
                ReferenceActivations.apply(job[ProductJob.ACTIVATION], parameters, value);
            result[resultOffset + place] = active * parameters[2] + parameters[3];
          }
        }
      }
    }
  }

  private static void sumUp(
      float[] left,
      int from,
      int depth,
      float[] right,
      int strip,
      int[] rightRows,
      float[] sums,
      int count) {
    Arrays.fill(sums, 0);
    for (int term = 0; term < depth; term++) {
      float factor = left[from + term * PANEL_ROWS];
      int start = strip + rightRows[term];
      for (int lane = 0; lane < count; lane++) {
        sums[lane] += factor * right[start + lane];
      }
    }
  }

  /** See {@link FloatKernels#activate}. */
  public static void activate(
      int activation,
      float[] parameters,
      float[] source,
      int sourceOffset,
      float[] target,
      int targetOffset,
      int count) {
    for (int index = 0; index < count; index++) {
      float value = source[sourceOffset + index];
      target[targetOffset + index] = ReferenceActivations.apply(activation, parameters, value);
    }
  }

  /** See {@link FloatKernels#combine}. */
  public static void combine(
      int operation,
      float[] left,
      int leftOffset,
      int leftStep,
      float[] right,
      int rightOffset,
      int rightStep,
      float[] target,
      int targetOffset,
      int count) {
    for (int index = 0; index < count; index++) {
      float a = left[leftOffset + index * leftStep];
      float b = right[rightOffset + index * rightStep];
      target[targetOffset + index] =
          switch (operation) {
            case 0 -> a + b;
            case 1 -> a - b;
            case 2 -> a * b;
            case 3 -> a / b;
            case 4 -> Math.max(a, b);
            default -> Math.min(a, b);
          };
    }
  }

  /** See {@link FloatKernels#stage}. */
  public static void stage(
      int[] job, float[] input, int inputOffset, float[] staged, int stagedOffset) {
    ReferenceWindows.stage(job, input, inputOffset, staged, stagedOffset);
  }

  /** See {@link FloatKernels#pool}. */
  public static void pool(
      int[] job, float[] input, int inputOffset, float[] result, int resultOffset) {
    ReferenceWindows.pool(job, input, inputOffset, result, resultOffset);
  }

  /** See {@link FloatKernels#softmax}. */
  public static void softmax(
      float[] source, int sourceOffset, float[] target, int targetOffset, int lines, int length) {
    for (int line = 0; line < lines; line++) {
      int from = sourceOffset + line * length;
      int to = targetOffset + line * length;
      double largest = Double.NEGATIVE_INFINITY;
      for (int index = 0; index < length; index++) {
        largest = Math.max(largest, source[from + index]);
      }
      double sum = 0;
      for (int index = 0; index < length; index++) {
        sum += Math.exp(source[from + index] - largest);
      }
      for (int index = 0; index < length; index++) {
        target[to + index] = (float) (Math.exp(source[from + index] - largest) / sum);
      }
    }
  }

  /** See {@link FloatKernels#normalize}. */
  public static void normalize(
      float[] source,
      int sourceOffset,
      float[] scale,
      int scaleOffset,
      float[] shift,
      int shiftOffset,
      float epsilon,
      float[] target,
      int targetOffset,
      int lines,
      int length) {
    for (int line = 0; line < lines; line++) {
      int from = sourceOffset + line * length;
      double mean = 0;
      for (int index = 0; index < length; index++) {
        mean += source[from + index];
      }
      mean /= length;
      double variance = 0;
      for (int index = 0; index < length; index++) {
        variance += (source[from + index] - mean) * (source[from + index] - mean);
      }
      double factor = 1 / Math.sqrt(variance / length + epsilon);
      for (int index = 0; index < length; index++) {
        double value = (source[from + index] - mean) * factor * scale[scaleOffset + index];
        double more = shift == null ? 0 : shift[shiftOffset + index];
        target[targetOffset + line * length + index] = (float) (value + more);
      }
    }
  }

  /** See {@link FloatKernels#reduce}. */
  public static void reduce(
      int kind,
      float[] source,
      int sourceOffset,
      float[] target,
      int targetOffset,
      int lines,
      int length) {
    for (int line = 0; line < lines; line++) {
      int from = sourceOffset + line * length;
      float largest = source[from];
      double sum = 0;
      for (int index = 0; index < length; index++) {
        largest = Math.max(largest, source[from + index]);
        sum += source[from + index];
      }
      target[targetOffset + line] = kind == 2 ? largest : (float) (kind == 1 ? sum / length : sum);
    }
  }

  /** See {@link FloatKernels#addDots}. */
  public static void addDots(
      float[] rows,
      int rowsOffset,
      int rowStride,
      float[] operand,
      int operandOffset,
      float[] sums,
      int sumsOffset,
      int count,
      int length) {
    for (int row = 0; row < count; row++) {
      float sum = 0;
      int from = rowsOffset + row * rowStride;
      for (int index = 0; index < length; index++) {
        sum += rows[from + index] * operand[operandOffset + index];
      }
      sums[sumsOffset + row] += sum;
    }
  }

  /** See {@link FloatKernels#decode}. */
  public static void decode(
      byte[] source, int sourceOffset, float[] target, int targetOffset, int count) {
    for (int index = 0; index < count; index++) {
      int from = sourceOffset + index * Float.BYTES;
      int low = (source[from] & 0xFF) | (source[from + 1] & 0xFF) << 8;
      int bits = low | (source[from + 2] & 0xFF) << 16 | source[from + 3] << 24;
      target[targetOffset + index] = Float.intBitsToFloat(bits);
    }
  }
}
