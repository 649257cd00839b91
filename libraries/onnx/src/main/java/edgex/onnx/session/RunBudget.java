package edgex.onnx.session;

import edgex.tensor.TensorException;

/**
 * What a run, its sub-graphs included, may use: bytes at one time, and nodes in all, so that a Loop
 * without an end ends.
 */
final class RunBudget {
  private final long limitBytes;
  private final long limitNodes;
  private long usedBytes;
  private long peakBytes;
  private long nodes;

  RunBudget(long limitBytes, long limitNodes) {
    this.limitBytes = limitBytes;
    this.limitNodes = limitNodes;
  }

  long usedBytes() {
    return usedBytes;
  }

  /** Counts one node that is run, or throws a {@link TensorException} if there were too many. */
  void countNode() {
    if (++nodes > limitNodes) {
      throw new TensorException("the run executes more than " + limitNodes + " nodes");
    }
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
    peakBytes = Math.max(peakBytes, usedBytes);
  }

  /** The most bytes that were used at one time. */
  long peakBytes() {
    return peakBytes;
  }

  void giveBack(long bytes) {
    usedBytes -= bytes;
  }
}
