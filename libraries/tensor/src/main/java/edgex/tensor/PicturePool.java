package edgex.tensor;

import edgex.tensor.kernel.FloatKernels;
import edgex.tensor.kernel.PoolJob;

/** Pools of floats over one or two spatial axes. */
public final class PicturePool {
  private static final Window ONE = new Window(1, 1, 1, 1, 1, 0, 0);

  private PicturePool() {}

  /** Whether {@link #run} can do this: one or two axes, and every window sees an element. */
  public static boolean fits(Tensor input, Window... axes) {
    if (axes.length < 1 || axes.length > 2 || !(input instanceof FloatTensor)) {
      return false;
    }
    for (Window axis : axes) {
      boolean reaches = (axis.kernel() - 1) * axis.dilation() < axis.padBegin();
      int last = axis.inputIndex(axis.output() - 1, 0);
      if (axis.input() == 0 || axis.output() == 0 || reaches || last >= axis.input()) {
        return false;
      }
    }
    return axes[0].dilation() == 1 && axes[axes.length - 1].dilation() == 1;
  }

  /**
   * Pools every channel.
   *
   * @param kind one of {@link PoolJob}'s kinds
   * @param input [batch, channels, ...]
   * @param axes one or two windows
   */
  public static void run(int kind, FloatTensor input, FloatTensor result, Window... axes) {
    Window height = axes.length == 1 ? ONE : axes[0];
    Window width = axes[axes.length - 1];
    int[] job = new int[PoolJob.LENGTH];
    job[PoolJob.CHANNELS] = input.shape().product(0, 2);
    job[PoolJob.INPUT_HEIGHT] = height.input();
    job[PoolJob.INPUT_WIDTH] = width.input();
    job[PoolJob.PAD_TOP] = height.padBegin();
    job[PoolJob.PAD_LEFT] = width.padBegin();
    job[PoolJob.STRIDE_HEIGHT] = height.stride();
    job[PoolJob.STRIDE_WIDTH] = width.stride();
    job[PoolJob.DILATION_HEIGHT] = height.dilation();
    job[PoolJob.DILATION_WIDTH] = width.dilation();
    job[PoolJob.WINDOW_HEIGHT] = height.kernel();
    job[PoolJob.WINDOW_WIDTH] = width.kernel();
    job[PoolJob.OUTPUT_HEIGHT] = height.output();
    job[PoolJob.OUTPUT_WIDTH] = width.output();
    job[PoolJob.KIND] = kind;
    job[PoolJob.PADDED_HEIGHT] = height.input() + height.padBegin() + height.padEnd();
    job[PoolJob.PADDED_WIDTH] = width.input() + width.padBegin() + width.padEnd();
    FloatKernels.pool(job, input.values(), input.offset(), result.values(), result.offset());
  }
}
