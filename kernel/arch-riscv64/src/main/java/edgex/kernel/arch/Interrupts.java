package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.machine.DeviceRegisters;
import edgex.kernel.machine.DeviceTree;
import edgex.kernel.machine.MachineDescription;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The platform-level interrupt controller (RISC-V PLIC specification 1.0.0). See {@code arch-api}.
 *
 * <pre>
 *  0x000000 + 4 * line                priority; 0: never
 *  0x002000 + 0x80 * context          enable bits, 32 lines a word
 *  0x200000 + 0x1000 * context        threshold
 *  0x200004 + 0x1000 * context        claim (read), completion (write)
 * </pre>
 *
 * <p>A claimed line does not interrupt again until its completion: it is completed by {@link
 * #unmask}, so that one that stays asserted while a driver works is silent without being disabled.
 * The controller ignores the completion of a disabled line; {@link #mask} therefore completes
 * first.
 */
@StaticInit
@Unmanaged
public final class Interrupts {
  /** The bit of external interrupts in sie and sip. */
  static final long EXTERNAL_BIT = 1 << 9;

  private static final int SUPERVISOR_EXTERNAL = 9;
  private static final int MAXIMUM_LINES = 1024;
  private static final int MAXIMUM_CONTEXTS = 15872;

  private static final int ENABLE_OFFSET = 0x2000;
  private static final int ENABLE_STRIDE = 0x80;
  private static final int CONTEXT_OFFSET = 0x20_0000;
  private static final int CONTEXT_STRIDE = 0x1000;
  private static final int CLAIM_OFFSET = 4;
  private static final int LINES_PER_WORD_BITS = 5;
  private static final int LINE_IN_WORD_MASK = 31;
  private static final int PRIORITY = 1;

  private static long registers;
  private static long physicalStart;
  private static long physicalEnd;
  private static long enableWords;
  private static long contextRegisters;
  private static int lineCount;
  private static boolean[] claimed;

  private Interrupts() {}

  /** Lines that can be bound: 0 to this, exclusive. Line 0 never interrupts. */
  public static int lineCount() {
    return lineCount;
  }

  /** Lets a line interrupt (again). */
  public static void unmask(int line) {
    if (claimed[line]) {
      complete(line);
    } else {
      long word = enableWord(line);
      Instructions.writeDevice32(word, Instructions.readDevice32(word) | bit(line));
    }
  }

  /** Stops a line; the entry code has stopped a line already when it reports it. */
  public static void mask(int line) {
    if (claimed[line]) {
      complete(line);
    }
    long word = enableWord(line);
    Instructions.writeDevice32(word, Instructions.readDevice32(word) & ~bit(line));
  }

  /** Takes the line that interrupts; 0 when there is none any more. */
  static int take() {
    int line = Instructions.readDevice32(contextRegisters + CLAIM_OFFSET);
    if (line <= 0 || line >= lineCount) {
      return 0;
    }
    claimed[line] = true;
    return line;
  }

  /**
   * Finds the controller in the device tree and opens it, all lines masked.
   *
   * @return whether there is one that serves this CPU
   */
  @BootOnly(reason = "called on the way from Start.main only")
  static boolean initialize(long hart) {
    int node = MachineDescription.nextCompatible(DeviceTree.NONE, "riscv,plic0");
    if (node == DeviceTree.NONE) {
      node = MachineDescription.nextCompatible(DeviceTree.NONE, "sifive,plic-1.0.0");
    }
    int context = node == DeviceTree.NONE ? -1 : contextOf(node, hart);
    if (context < 0 || context >= MAXIMUM_CONTEXTS) {
      return false;
    }
    long needed = CONTEXT_OFFSET + (context + 1L) * CONTEXT_STRIDE;
    physicalStart = DeviceRegisters.start(node, 0);
    physicalEnd = physicalStart + DeviceRegisters.sizeBytes(node, 0);
    if (physicalEnd - physicalStart < needed) {
      return false;
    }
    registers = KernelSpace.mapDevice(physicalStart, needed);
    if (registers == 0) {
      return false;
    }
    int sources = DeviceTree.cell(DeviceTree.property(node, "riscv,ndev"), 0, 0);
    lineCount = Math.max(0, Math.min(sources, MAXIMUM_LINES - 1)) + 1;
    claimed = new boolean[lineCount];
    enableWords = registers + ENABLE_OFFSET + (long) context * ENABLE_STRIDE;
    contextRegisters = registers + CONTEXT_OFFSET + (long) context * CONTEXT_STRIDE;
    maskAll();
    Instructions.setInterruptEnable(EXTERNAL_BIT);
    return true;
  }

  /** Whether registers of the controller lie in a range of physical memory. */
  static boolean hasRegistersIn(long start, long end) {
    return start < physicalEnd && physicalStart < end;
  }

  private static void maskAll() {
    for (int line = 0; line < lineCount; line++) {
      Instructions.writeDevice32(registers + (long) line * Integer.BYTES, line == 0 ? 0 : PRIORITY);
      if ((line & LINE_IN_WORD_MASK) == 0) {
        Instructions.writeDevice32(enableWord(line), 0);
      }
    }
    Instructions.writeDevice32(contextRegisters, 0);
  }

  /**
   * Which context of the controller interrupts a CPU in supervisor mode: the place in its list of
   * pairs (the CPU's own controller, kind of interrupt).
   */
  private static int contextOf(int node, long hart) {
    int pairs = DeviceTree.property(node, "interrupts-extended");
    int count = DeviceTree.cellCount(pairs) / 2;
    for (int i = 0; i < count; i++) {
      int controller = MachineDescription.byHandle(DeviceTree.cell(pairs, 2 * i, 0));
      if (DeviceTree.cell(pairs, 2 * i + 1, 0) == SUPERVISOR_EXTERNAL
          && controller != DeviceTree.NONE
          && controller != DeviceTree.root()
          && DeviceRegisters.identifier(DeviceTree.parent(controller)) == hart) {
        return i;
      }
    }
    return -1;
  }

  private static void complete(int line) {
    claimed[line] = false;
    Instructions.writeDevice32(contextRegisters + CLAIM_OFFSET, line);
  }

  private static long enableWord(int line) {
    return enableWords + (long) (line >> LINES_PER_WORD_BITS) * Integer.BYTES;
  }

  private static int bit(int line) {
    return 1 << (line & LINE_IN_WORD_MASK);
  }
}
