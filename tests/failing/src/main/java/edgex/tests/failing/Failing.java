package edgex.tests.failing;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The process. {@code exception} throws what nobody catches, {@code heap} fills the heap. Both wait
 * for ever instead once there is the file {@code /tmp/well}.
 */
public final class Failing {
  private static final File WELL = new File("/tmp/well");
  private static final int PIECE_BYTES = 10_000;
  private static final long NAP_MILLISECONDS = 3_600_000L;

  private Failing() {}

  /** Fails, or sleeps. */
  public static void main(String[] arguments) throws InterruptedException {
    while (WELL.exists()) {
      Thread.sleep(NAP_MILLISECONDS);
    }
    if (arguments[0].equals("heap")) {
      fillHeap();
    }
    throw new IllegalStateException("failing on purpose");
  }

  private static void fillHeap() {
    List<byte[]> pieces = new ArrayList<>();
    while (pieces.size() < Integer.MAX_VALUE) {
      pieces.add(new byte[PIECE_BYTES]);
    }
  }
}
