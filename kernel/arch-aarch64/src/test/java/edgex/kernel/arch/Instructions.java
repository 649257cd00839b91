package edgex.kernel.arch;

import java.util.ArrayList;
import java.util.List;

/** A simulated processor: takes the place of the real instructions under JUnit. */
final class Instructions {
  /** What happened, in order. */
  static final List<String> EVENTS = new ArrayList<>();

  /** ID_AA64MMFR0_EL1. */
  static long memoryFeatures;

  private Instructions() {}

  static long readMemoryFeatures0() {
    return memoryFeatures;
  }

  static void writeUserTable(long value) {
    EVENTS.add("table " + Long.toHexString(value));
  }

  static void invalidatePage(long operand) {
    EVENTS.add("invalidate page " + Long.toHexString(operand));
  }

  static void invalidateSpace(long operand) {
    EVENTS.add("invalidate space " + Long.toHexString(operand));
  }

  static void publishTables() {
    EVENTS.add("publish tables");
  }

  static void publishCode(long address, long sizeBytes) {
    EVENTS.add("publish code " + Long.toHexString(address) + " " + sizeBytes);
  }

  static long emptyTable() {
    return 0xe000;
  }

  static long imageOffset() {
    return 0;
  }
}
