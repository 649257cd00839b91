package edgex.kernel.arch;

import edgex.kernel.machine.ConsoleText;
import edgex.kernel.machine.Symbols;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Where the kernel was called from. See {@code arch-api}.
 *
 * <p>Code is compiled without frame pointers, so every word of the stack that follows a call
 * instruction is taken for a return address. One whose call went to the function of the frame
 * before is certain; others may be left over from earlier calls and get a question mark.
 */
@StaticInit
@Unmanaged
public final class Backtrace {
  private static final int MAXIMUM_FRAMES = 40;
  private static final int CALL_BYTES = 5;
  private static final int CALL_DIRECT = 0xe8;
  private static final int CALL_INDIRECT = 0xff;
  private static final int CALL_INDIRECT_REGISTER = 2;
  private static final int CALL_INDIRECT_MASK = 0x38;
  private static final int CALL_INDIRECT_FORM = 0x10;

  private Backtrace() {}

  /** Prints the return addresses on the kernel stack, with names where there are symbols. */
  public static void print() {
    write(0, Instructions.stackPointer());
  }

  /** Prints from an instruction (0: unknown) and the stack pointer that belongs to it. */
  static void write(long instruction, long stackPointer) {
    long function = 0;
    if (Symbols.isCode(instruction)) {
      writeFrame(instruction, "  ");
      function = Symbols.functionStart(instruction);
    }
    long top = Instructions.stackTop();
    if (stackPointer <= top - CpuBlock.STACK_BYTES || stackPointer > top) {
      return;
    }
    int frames = 0;
    for (long at = stackPointer & -Long.BYTES;
        at < top && frames < MAXIMUM_FRAMES;
        at += Long.BYTES) {
      long address = KernelMemory.read64(at);
      long target = Symbols.isCode(address) ? callTarget(address) : 0;
      if (target != 0) {
        writeFrame(address, target == function ? "  " : "? ");
        function = Symbols.functionStart(address);
        frames++;
      }
    }
  }

  /** Where the call before a return address went; 1 for an indirect one, 0 without a call. */
  private static long callTarget(long address) {
    if (KernelMemory.read8(address - CALL_BYTES) == CALL_DIRECT) {
      long target = address + KernelMemory.read32(address - Integer.BYTES);
      return Symbols.isCode(target) ? target : 0;
    }
    boolean indirect =
        KernelMemory.read8(address - CALL_INDIRECT_REGISTER) == CALL_INDIRECT
            && (KernelMemory.read8(address - 1) & CALL_INDIRECT_MASK) == CALL_INDIRECT_FORM;
    return indirect ? 1 : 0;
  }

  private static void writeFrame(long address, String certainty) {
    ConsoleText.write(certainty);
    ConsoleText.writeHex(address);
    Platform.consoleWrite(' ');
    Symbols.write(address);
    ConsoleText.endLine();
  }
}
