package edgex.kernel.arch;

import java.util.HashMap;
import java.util.Map;

/** Simulated RAM, all zero at first: takes the place of the machine's under JUnit. */
public final class PhysicalMemory {
  private static final Map<Long, Long> WORDS = new HashMap<>();

  private PhysicalMemory() {}

  static void clear() {
    WORDS.clear();
  }

  public static long read64(long physicalAddress) {
    return WORDS.getOrDefault(physicalAddress, 0L);
  }

  public static void write64(long physicalAddress, long value) {
    WORDS.put(physicalAddress, value);
  }
}
