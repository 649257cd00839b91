package edgex.tests.runtime;

import java.util.ArrayList;
import java.util.List;

/** Keeps all it allocates. */
public final class HogProgram {
  private HogProgram() {}

  /** Never returns. */
  public static void main(String[] arguments) {
    List<byte[]> kept = new ArrayList<>();
    while (kept.size() < Integer.MAX_VALUE) {
      kept.add(new byte[1000]);
    }
    System.out.println(kept.size());
  }
}
