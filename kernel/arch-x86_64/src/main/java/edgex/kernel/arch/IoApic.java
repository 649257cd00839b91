package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.machine.MemoryMap;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The controllers that turn interrupt lines into messages to a local APIC (Intel 82093AA). Each
 * serves a run of lines; together they cover line 0 to {@link #lineCount}, perhaps with holes.
 */
@StaticInit
@Unmanaged
final class IoApic {
  private static final int MAXIMUM_CONTROLLERS = 8;

  private static final int SELECT_OFFSET = 0;
  private static final int WINDOW_OFFSET = 0x10;
  private static final int REGISTERS_BYTES = 0x20;
  private static final int ALIGNMENT_BYTES = 0x100;
  private static final int REGISTER_VERSION = 1;
  private static final int REGISTER_REDIRECTION = 0x10;
  private static final int VERSION_ENTRIES_SHIFT = 16;
  private static final int VERSION_ENTRIES_MASK = 0xff;

  private static final int ENTRY_ACTIVE_LOW = 1 << 13;
  private static final int ENTRY_LEVEL = 1 << 15;
  private static final int ENTRY_MASKED = 1 << 16;
  private static final int DESTINATION_SHIFT = 24;

  private static long[] windows;
  private static int[] firstLines;
  private static int[] lineCounts;
  private static int controllerCount;

  private IoApic() {}

  /** Starts without any controller. */
  @BootOnly(reason = "called on the way from Start.main only")
  static void initialize() {
    windows = new long[MAXIMUM_CONTROLLERS];
    firstLines = new int[MAXIMUM_CONTROLLERS];
    lineCounts = new int[MAXIMUM_CONTROLLERS];
    controllerCount = 0;
  }

  /**
   * Adds a controller and masks its lines.
   *
   * @return whether there is one more; not if there are too many, if the address cannot be that of
   *     device registers, or if the lines are beyond those that have vectors
   */
  static boolean add(long physicalAddress, int firstLine) {
    if (controllerCount == MAXIMUM_CONTROLLERS
        || (physicalAddress & (ALIGNMENT_BYTES - 1)) != 0
        || MemoryMap.overlapsReadable(physicalAddress, physicalAddress + REGISTERS_BYTES)
        || firstLine < 0
        || firstLine >= Interrupts.MAXIMUM_LINES) {
      return false;
    }
    long window = KernelSpace.mapDevice(physicalAddress);
    if (window == 0) {
      return false;
    }
    int index = controllerCount;
    windows[index] = window;
    firstLines[index] = firstLine;
    lineCounts[index] =
        (read(index, REGISTER_VERSION) >>> VERSION_ENTRIES_SHIFT & VERSION_ENTRIES_MASK) + 1;
    controllerCount++;
    for (int line = firstLine; line < firstLine + lineCounts[index]; line++) {
      writeLow(index, line, ENTRY_MASKED);
    }
    return true;
  }

  /** One more than the highest line. */
  static int lineCount() {
    int count = 0;
    for (int i = 0; i < controllerCount; i++) {
      count = Math.max(count, firstLines[i] + lineCounts[i]);
    }
    return count;
  }

  /** Lets a line interrupt the processor with this local APIC identity. */
  static void open(int line, int vector, boolean level, boolean activeLow, int destination) {
    int index = controllerOf(line);
    if (index >= 0) {
      write(index, redirection(index, line) + 1, destination << DESTINATION_SHIFT);
      writeLow(
          index, line, vector | (level ? ENTRY_LEVEL : 0) | (activeLow ? ENTRY_ACTIVE_LOW : 0));
    }
  }

  /** Stops a line, whose trigger mode stays as it is. */
  static void close(int line) {
    int index = controllerOf(line);
    if (index >= 0) {
      int register = redirection(index, line);
      write(index, register, read(index, register) | ENTRY_MASKED);
    }
  }

  private static int controllerOf(int line) {
    for (int i = 0; i < controllerCount; i++) {
      if (line >= firstLines[i] && line < firstLines[i] + lineCounts[i]) {
        return i;
      }
    }
    return -1;
  }

  private static int redirection(int index, int line) {
    return REGISTER_REDIRECTION + 2 * (line - firstLines[index]);
  }

  private static void writeLow(int index, int line, int value) {
    write(index, redirection(index, line), value);
  }

  private static int read(int index, int register) {
    Instructions.writeDevice32(windows[index] + SELECT_OFFSET, register);
    return Instructions.readDevice32(windows[index] + WINDOW_OFFSET);
  }

  private static void write(int index, int register, int value) {
    Instructions.writeDevice32(windows[index] + SELECT_OFFSET, register);
    Instructions.writeDevice32(windows[index] + WINDOW_OFFSET, value);
  }
}
