package edgex.runtime.stream;

/**
 * Moves bytes from one stream to another without waiting: a step of an event loop. What the output
 * has no room for is kept here until the next step.
 */
public final class StreamPump {
  /** Changes bytes on their way. */
  public interface Conversion {
    /** How many bytes at most become of one. */
    int expansion();

    /**
     * Converts a piece.
     *
     * @param target at least {@code length * expansion()} long
     * @return how many bytes of the target are used
     */
    int convert(byte[] source, int length, byte[] target);
  }

  private static final Conversion NONE =
      new Conversion() {
        @Override
        public int expansion() {
          return 1;
        }

        @Override
        public int convert(byte[] source, int length, byte[] target) {
          System.arraycopy(source, 0, target, 0, length);
          return length;
        }
      };

  private final StreamInput input;
  private final StreamOutput output;
  private final Conversion conversion;
  private final byte[] piece;
  private final byte[] pending;
  private int start;
  private int end;
  private boolean inputEnded;

  /**
   * A pump that has moved nothing yet.
   *
   * @param pieceBytes how much is moved at once
   */
  public StreamPump(StreamInput input, StreamOutput output, int pieceBytes) {
    this(input, output, pieceBytes, NONE);
  }

  /** A pump that converts what it moves. */
  public StreamPump(StreamInput input, StreamOutput output, int pieceBytes, Conversion conversion) {
    this.input = input;
    this.output = output;
    this.conversion = conversion;
    this.piece = new byte[pieceBytes];
    this.pending = new byte[pieceBytes * conversion.expansion()];
  }

  /** Moves as much as it can. */
  public void run() {
    do {
      start += output.tryWrite(pending, start, end - start);
    } while (start == end && fill());
  }

  /** Whether the input has ended and everything has been written. */
  public boolean isFinished() {
    return inputEnded && start == end;
  }

  /** Whether nobody reads the output any more. */
  public boolean isAbandoned() {
    return output.isAbandoned();
  }

  /**
   * Asks to be woken when there is something to do.
   *
   * @return false if there is something now
   */
  public boolean announceWait() {
    if (isFinished() || isAbandoned()) {
      return true;
    }
    return start == end ? input.announceWait() : output.announceWait();
  }

  private boolean fill() {
    int count = inputEnded ? StreamInput.END : input.tryRead(piece, 0, piece.length);
    inputEnded = count == StreamInput.END;
    start = 0;
    end = conversion.convert(piece, Math.max(0, count), pending);
    return end > 0;
  }
}
