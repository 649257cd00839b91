package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The part of the interrupt controller that all CPUs share (IHI 0048, 4.3; IHI 0069, 12.9). */
@StaticInit
@Unmanaged
final class GicDistributor {
  private static final int REGISTERS_BYTES = 0x8000;

  private static final int CONTROL = 0x000;
  private static final int TYPE = 0x004;
  private static final int GROUP = 0x080;
  private static final int ENABLE = 0x100;
  private static final int DISABLE = 0x180;
  private static final int TARGETS = 0x800;
  private static final int ROUTE = 0x6000;

  private static final int CONTROL_GROUPS = 0x3;
  private static final int CONTROL_AFFINITY = 0x10;
  private static final int CONTROL_PENDING = 1 << 31;
  private static final int TYPE_LINES_MASK = 0x1f;
  private static final int LINES_PER_WORD = 32;
  private static final int MAXIMUM_LINES = 1020;

  /** Affinity levels 0 to 3 of MPIDR. */
  private static final long AFFINITY_MASK = 0xff_00ff_ffffL;

  private static long registers;
  private static int lineCount;

  private GicDistributor() {}

  /** Shared and private lines. */
  static int lineCount() {
    return lineCount;
  }

  /** Version 2: all shared lines closed, and sent to this CPU. */
  static boolean initializeVersion2(long physicalAddress) {
    if (!map(physicalAddress)) {
      return false;
    }
    Instructions.writeDevice32(registers + CONTROL, 0);
    closeAll();
    // The bytes of the private lines read as the mask of the CPU that reads.
    int here = Instructions.readDevice32(registers + TARGETS) & 0xff;
    for (int line = Gic.FIRST_SHARED_LINE; line < lineCount; line++) {
      Instructions.writeDevice8(registers + TARGETS + line, here);
    }
    Instructions.writeDevice32(registers + CONTROL, 1);
    return true;
  }

  /** Version 3: all shared lines closed, in group 1, and sent to this CPU. */
  static boolean initializeVersion3(long physicalAddress) {
    if (!map(physicalAddress)) {
      return false;
    }
    Instructions.writeDevice32(registers + CONTROL, 0);
    awaitWrite();
    closeAll();
    for (int word = 1; word * LINES_PER_WORD < lineCount; word++) {
      Instructions.writeDevice32(wordAt(GROUP, word * LINES_PER_WORD), -1);
    }
    Instructions.writeDevice32(registers + CONTROL, CONTROL_AFFINITY | CONTROL_GROUPS);
    awaitWrite();
    long here = Instructions.readProcessorIdentity() & AFFINITY_MASK;
    for (int line = Gic.FIRST_SHARED_LINE; line < lineCount; line++) {
      Instructions.writeDevice64(registers + ROUTE + (long) line * Long.BYTES, here);
    }
    return true;
  }

  /** Lets a line interrupt. */
  static void open(int line) {
    Instructions.writeDevice32(wordAt(ENABLE, line), 1 << (line & LINES_PER_WORD - 1));
  }

  /** Stops a line. */
  static void close(int line) {
    Instructions.writeDevice32(wordAt(DISABLE, line), 1 << (line & LINES_PER_WORD - 1));
  }

  private static boolean map(long physicalAddress) {
    registers = KernelSpace.mapDevice(physicalAddress, REGISTERS_BYTES);
    if (registers == 0) {
      return false;
    }
    int words = (Instructions.readDevice32(registers + TYPE) & TYPE_LINES_MASK) + 1;
    lineCount = Math.min(words * LINES_PER_WORD, MAXIMUM_LINES);
    return true;
  }

  private static void closeAll() {
    for (int line = 0; line < lineCount; line += LINES_PER_WORD) {
      Instructions.writeDevice32(wordAt(DISABLE, line), -1);
    }
  }

  private static long wordAt(int offset, int line) {
    return registers + offset + (long) (line / LINES_PER_WORD) * Integer.BYTES;
  }

  private static void awaitWrite() {
    while ((Instructions.readDevice32(registers + CONTROL) & CONTROL_PENDING) != 0) {
      // The controller takes a bounded time (IHI 0069, 12.9.4).
    }
  }
}
