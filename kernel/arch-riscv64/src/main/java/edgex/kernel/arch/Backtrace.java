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

  /** JAL with ra as its target register; JALR likewise; both have 4 bytes. */
  private static final int JUMP_MASK = 0xfff;

  private static final int JUMP_AND_LINK = 0x0ef;
  private static final int JUMP_REGISTER_MASK = 0x7fff;
  private static final int JUMP_REGISTER_AND_LINK = 0x00e7;
  private static final int LONG_BYTES = 4;

  /** C.JALR has 2 bytes: 1001, register, 00000, 10. */
  private static final int SHORT_MASK = 0xf07f;

  private static final int SHORT_JUMP = 0x9002;
  private static final int SHORT_BYTES = 2;
  private static final int SHORT_ALIGNMENT = 2;

  private static final long INDIRECT = 1;

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
    long top = Instructions.kernelStackTop();
    if (stackPointer <= Instructions.kernelStackGuard() || stackPointer > top) {
      return;
    }
    int frames = 0;
    for (long at = stackPointer & -Long.BYTES;
        at < top && frames < MAXIMUM_FRAMES;
        at += Long.BYTES) {
      long address = KernelMemory.read64(at);
      long target = Symbols.isCode(address - LONG_BYTES) ? callTarget(address) : 0;
      if (target != 0) {
        writeFrame(address, target == function ? "  " : "? ");
        function = Symbols.functionStart(address);
        frames++;
      }
    }
  }

  /** Where the call before a return address went; 1 for an indirect one, 0 without a call. */
  private static long callTarget(long address) {
    if ((address & (SHORT_ALIGNMENT - 1)) != 0) {
      return 0;
    }
    int low = KernelMemory.read16(address - LONG_BYTES);
    int high = KernelMemory.read16(address - SHORT_BYTES);
    int call = (high << Short.SIZE) | low;
    if ((call & JUMP_MASK) == JUMP_AND_LINK) {
      long target = address - LONG_BYTES + jumpDistance(call);
      return Symbols.isCode(target) ? target : 0;
    }
    boolean indirect =
        (call & JUMP_REGISTER_MASK) == JUMP_REGISTER_AND_LINK || (high & SHORT_MASK) == SHORT_JUMP;
    return indirect ? INDIRECT : 0;
  }

  /** The distance in a JAL, whose bits are 20, 10 to 1, 11, 19 to 12 from the top. */
  private static int jumpDistance(int call) {
    int sign = call >> 31 << 20;
    int high = call & 0xff000;
    int middle = (call >>> 20 & 1) << 11;
    int low = (call >>> 21 & 0x3ff) << 1;
    return sign | high | middle | low;
  }

  private static void writeFrame(long address, String certainty) {
    ConsoleText.write(certainty);
    ConsoleText.writeHex(address);
    ConsoleText.write(" ");
    Symbols.write(address);
    ConsoleText.endLine();
  }
}
