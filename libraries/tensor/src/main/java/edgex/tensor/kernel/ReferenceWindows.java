package edgex.tensor.kernel;

/** Staged inputs of convolutions, and pools, in plain Java. */
final class ReferenceWindows {
  private ReferenceWindows() {}

  static void stage(int[] job, float[] input, int inputOffset, float[] staged, int stagedOffset) {
    int to = stagedOffset;
    for (int channel = 0; channel < job[StageJob.CHANNELS]; channel++) {
      int from = inputOffset + channel * job[StageJob.INPUT_HEIGHT] * job[StageJob.INPUT_WIDTH];
      for (int phaseY = 0; phaseY < job[StageJob.STRIDE_HEIGHT]; phaseY++) {
        for (int phaseX = 0; phaseX < job[StageJob.STRIDE_WIDTH]; phaseX++) {
          to = stagePicture(job, input, from, phaseY, phaseX, staged, to);
        }
      }
    }
  }

  private static int stagePicture(
      int[] job, float[] input, int from, int phaseY, int phaseX, float[] staged, int start) {
    int to = start;
    for (int y = 0; y < job[StageJob.STAGED_HEIGHT]; y++) {
      int row = y * job[StageJob.STRIDE_HEIGHT] + phaseY - job[StageJob.PAD_TOP];
      for (int x = 0; x < job[StageJob.STAGED_WIDTH]; x++) {
        int column = x * job[StageJob.STRIDE_WIDTH] + phaseX - job[StageJob.PAD_LEFT];
        boolean inside =
            row >= 0
                && row < job[StageJob.INPUT_HEIGHT]
                && column >= 0
                && column < job[StageJob.INPUT_WIDTH];
        staged[to++] = inside ? input[from + row * job[StageJob.INPUT_WIDTH] + column] : 0;
      }
    }
    return to;
  }

  static void pool(int[] job, float[] input, int inputOffset, float[] result, int resultOffset) {
    int to = resultOffset;
    for (int channel = 0; channel < job[PoolJob.CHANNELS]; channel++) {
      int from = inputOffset + channel * job[PoolJob.INPUT_HEIGHT] * job[PoolJob.INPUT_WIDTH];
      for (int y = 0; y < job[PoolJob.OUTPUT_HEIGHT]; y++) {
        for (int x = 0; x < job[PoolJob.OUTPUT_WIDTH]; x++) {
          result[to++] = window(job, input, from, y, x);
        }
      }
    }
  }

  private static float window(int[] job, float[] input, int from, int y, int x) {
    float largest = Float.NEGATIVE_INFINITY;
    double sum = 0;
    int count = 0;
    for (int tapY = 0; tapY < job[PoolJob.WINDOW_HEIGHT]; tapY++) {
      int padded = y * job[PoolJob.STRIDE_HEIGHT] + tapY * job[PoolJob.DILATION_HEIGHT];
      int row = padded - job[PoolJob.PAD_TOP];
      for (int tapX = 0; tapX < job[PoolJob.WINDOW_WIDTH]; tapX++) {
        int paddedX = x * job[PoolJob.STRIDE_WIDTH] + tapX * job[PoolJob.DILATION_WIDTH];
        int column = paddedX - job[PoolJob.PAD_LEFT];
        boolean inside =
            row >= 0
                && row < job[PoolJob.INPUT_HEIGHT]
                && column >= 0
                && column < job[PoolJob.INPUT_WIDTH];
        if (inside) {
          float value = input[from + row * job[PoolJob.INPUT_WIDTH] + column];
          largest = Math.max(largest, value);
          sum += value;
        }
        boolean counts =
            job[PoolJob.KIND] == PoolJob.MEAN_PADDED
                ? padded < job[PoolJob.PADDED_HEIGHT] && paddedX < job[PoolJob.PADDED_WIDTH]
                : inside;
        count += counts ? 1 : 0;
      }
    }
    return job[PoolJob.KIND] == PoolJob.LARGEST ? largest : (float) (sum / count);
  }
}
