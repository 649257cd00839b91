package edgex.onnx.session;

import edgex.tensor.TensorException;

/** Bytes that a run, its sub-graphs included, may have in use at one time. */
final class MemoryBudget {
  private final long limitBytes;
  private long usedBytes;

  MemoryBudget(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  long usedBytes() {
    return usedBytes;
  }

  /** Counts bytes as used, or throws a {@link TensorException} if they are too many. */
  void take(long bytes) {
    if (bytes > limitBytes - usedBytes) {
      throw new TensorException(
          "needs "
              + bytes
              + " bytes more, but "
              + usedBytes
              + " of at most "
              + limitBytes
              + " are in use");
    }
    usedBytes += bytes;
  }

  void giveBack(long bytes) {
    usedBytes -= bytes;
  }
}
