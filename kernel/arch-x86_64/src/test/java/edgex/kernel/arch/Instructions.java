package edgex.kernel.arch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A simulated processor: takes the place of the real instructions under JUnit. */
final class Instructions {
  /** What happened, in order: {@code cr3=...}, {@code invalidate ...}, {@code out16 port value}. */
  static final List<String> EVENTS = new ArrayList<>();

  private static final Map<String, Integer> IDENTIFICATION = new HashMap<>();
  private static final Map<Long, Integer> DEVICES = new HashMap<>();
  private static final Map<Long, Integer> SELECTED = new HashMap<>();

  private static AddressSpace activeSpace;

  private Instructions() {}

  static void clear() {
    EVENTS.clear();
    IDENTIFICATION.clear();
    DEVICES.clear();
    SELECTED.clear();
  }

  static void setIdentification(int leaf, int subleaf, int output, int value) {
    IDENTIFICATION.put(leaf + "/" + subleaf + "/" + output, value);
  }

  static int identify(int leaf, int subleaf, int output) {
    return IDENTIFICATION.getOrDefault(leaf + "/" + subleaf + "/" + output, 0);
  }

  static AddressSpace activeSpace() {
    return activeSpace;
  }

  static void setActiveSpace(AddressSpace space) {
    activeSpace = space;
  }

  static int cpuIndex() {
    return 0;
  }

  static void writeCr3(long value) {
    EVENTS.add("cr3=" + Long.toHexString(value));
  }

  static void invalidatePage(long address) {
    EVENTS.add("invalidate " + Long.toHexString(address));
  }

  static int in16(int port) {
    return 1;
  }

  static void out8(int port, int value) {
    EVENTS.add("out8 " + Integer.toHexString(port) + " " + Integer.toHexString(value));
  }

  static void out16(int port, int value) {
    EVENTS.add("out16 " + Integer.toHexString(port) + " " + Integer.toHexString(value));
  }

  /** An I/O APIC: writing offset 0 selects, offset 0x10 is the selected register. */
  static int readDevice32(long address) {
    long base = address & -0x100;
    int register = SELECTED.getOrDefault(base, 0);
    return register == 1 ? 23 << 16 : DEVICES.getOrDefault(base + register, 0);
  }

  static void writeDevice32(long address, int value) {
    long base = address & -0x100;
    if (address == base) {
      SELECTED.put(base, value);
    } else {
      DEVICES.put(base + SELECTED.get(base), value);
    }
  }

  static int redirection(long base, int line) {
    return DEVICES.getOrDefault(base + 0x10 + 2L * line, -1);
  }
}
