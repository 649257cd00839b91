package edgex.kernel.arch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A simulated processor: takes the place of the real instructions under JUnit. */
final class Instructions {
  /** What happened, in order: {@code satp=...}, {@code flush ...}, {@code save ...}. */
  static final List<String> EVENTS = new ArrayList<>();

  /** The clock, and what the timer compares it with. */
  static long time;

  static long timerCompare;
  static boolean hasTimerCompare;
  static long interruptEnable;

  private static long status;
  private static long writableStatus;

  private Instructions() {}

  static void clear() {
    EVENTS.clear();
    time = 0;
    timerCompare = 0;
    hasTimerCompare = true;
    interruptEnable = 0;
    status = 0;
    writableStatus = -1;
  }

  /** Makes a processor without some fields of sstatus. */
  static void setWritableStatus(long bits) {
    writableStatus = bits;
  }

  static long readStatus() {
    return status;
  }

  static void setStatus(long bits) {
    status |= bits & writableStatus;
  }

  static void clearStatus(long bits) {
    status &= ~bits;
  }

  static void setInterruptEnable(long bits) {
    interruptEnable |= bits;
  }

  static void clearInterruptEnable(long bits) {
    interruptEnable &= ~bits;
  }

  static long readTime() {
    return time;
  }

  static void writeTimerCompare(long value) {
    timerCompare = value;
  }

  static long probeTimerCompare() {
    return hasTimerCompare ? 1 : 0;
  }

  /** The firmware: knows the timer extension only. */
  static long firmwareCall(long extension, long function, long argument0, long argument1) {
    timerCompare = argument0;
    EVENTS.add("firmware " + Long.toHexString(extension));
    return 0;
  }

  static long firmwareValue(long extension, long function, long argument0, long argument1) {
    return 1;
  }

  static long multiplyShift(long factor1, long factor2, int shift) {
    return BigInteger.valueOf(factor1)
        .multiply(BigInteger.valueOf(factor2))
        .shiftRight(shift)
        .longValueExact();
  }

  static void writeTranslation(long value) {
    EVENTS.add("satp=" + Long.toHexString(value));
  }

  static void flushSpace(long tag) {
    EVENTS.add("flush space " + tag);
  }

  static void flushPage(long address, long tag) {
    EVENTS.add("flush " + Long.toHexString(address) + " of " + tag);
  }

  static void flushInstructions() {
    EVENTS.add("flush instructions");
  }

  static void saveFloatingPoint(long area) {
    EVENTS.add("save " + area);
  }

  static void restoreFloatingPoint(long area) {
    EVENTS.add("restore " + area);
  }

  static void fillZero(long address, long wordCount) {
    EVENTS.add("zero " + address);
  }
}
