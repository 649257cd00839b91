package edgex.kernel.arch;

import org.teavm.interop.Address;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The end of a kernel that found a fault in itself or in the hardware: says what it knows on the
 * first serial line and stops.
 *
 * <pre>
 *  frame that trap.S pushes:  0 rax rbx rcx rdx rsi rdi rbp   56 r8 ... r15
 *                           120 vector - 128, error code, rip, cs, flags, rsp, ss
 * </pre>
 */
@StaticInit
@Unmanaged
final class Panic {
  private static final String REGISTER_NAMES = "raxrbxrcxrdxrsirdirbpr8 r9 r10r11r12r13r14r15";
  private static final int REGISTER_NAME_LENGTH = 3;
  private static final int REGISTER_COUNT = 15;
  private static final int REGISTERS_PER_LINE = 4;
  private static final int FRAME_VECTOR = 120;
  private static final int FRAME_ERROR = 128;
  private static final int FRAME_INSTRUCTION = 136;
  private static final int FRAME_FLAGS = 152;
  private static final int FRAME_STACK = 160;
  private static final int VECTOR_BIAS = 128;

  private static final int MAXIMUM_FRAMES = 40;
  private static final int CALL_BYTES = 5;
  private static final int CALL_DIRECT = 0xe8;
  private static final int CALL_INDIRECT = 0xff;
  private static final int CALL_INDIRECT_REGISTER = 2;
  private static final int CALL_INDIRECT_MASK = 0x38;
  private static final int CALL_INDIRECT_FORM = 0x10;

  private static boolean panicking;

  private Panic() {}

  /** An exception in the kernel, an NMI or a machine check; {@code frame} as above. */
  @Export(name = "trap_fatal")
  static void exception(long frame) {
    begin();
    int vector = (int) KernelMemory.read64(frame + FRAME_VECTOR) + VECTOR_BIAS;
    Console.write("exception ");
    Console.writeDecimal(vector);
    Console.write(" error ");
    Console.writeHex(KernelMemory.read64(frame + FRAME_ERROR));
    Console.write(" address ");
    Console.writeHex(Instructions.readCr2());
    Console.endLine();
    writeProcessor();
    writeRegisters(frame);
    long instruction = KernelMemory.read64(frame + FRAME_INSTRUCTION);
    writeBacktrace(instruction, KernelMemory.read64(frame + FRAME_STACK));
    Instructions.haltForever();
  }

  /** What Java code would report by an exception, and the kernel's own checks. */
  @Export(name = "panic_failure")
  static void failure(Address reason, long stackPointer) {
    begin();
    Console.write(reason);
    Console.endLine();
    writeProcessor();
    writeBacktrace(0, stackPointer);
    Instructions.haltForever();
  }

  /** Boot cannot go on; the message says what the machine lacks. */
  static void boot(String reason) {
    Console.write("EdgeX cannot boot: ");
    Console.writeLine(reason);
    Instructions.haltForever();
  }

  private static void begin() {
    if (panicking) {
      Console.writeLine("panic while reporting a panic");
      Instructions.haltForever();
    }
    panicking = true;
    Console.endLine();
    Console.write("EdgeX kernel panic: ");
  }

  private static void writeProcessor() {
    Console.write("cpu ");
    Console.writeDecimal(Cpu.current());
    Context context = Instructions.context();
    if (context == null) {
      Console.writeLine(", idle");
      return;
    }
    Console.write(", thread context ");
    Console.writeHex(Instructions.addressOf(context));
    Console.write(", user instruction ");
    Console.writeHex(context.instructionPointer());
    Console.write(", user stack ");
    Console.writeHex(context.stackPointer());
    Console.endLine();
  }

  private static void writeRegisters(long frame) {
    for (int i = 0; i < REGISTER_COUNT; i++) {
      for (int j = 0; j < REGISTER_NAME_LENGTH; j++) {
        Console.write(REGISTER_NAMES.charAt(i * REGISTER_NAME_LENGTH + j));
      }
      Console.write(' ');
      Console.writeHex(KernelMemory.read64(frame + (long) i * Long.BYTES));
      if (i % REGISTERS_PER_LINE == REGISTERS_PER_LINE - 1) {
        Console.endLine();
      } else {
        Console.write(' ');
      }
    }
    Console.endLine();
    Console.write("rip ");
    Console.writeHex(KernelMemory.read64(frame + FRAME_INSTRUCTION));
    Console.write(" rsp ");
    Console.writeHex(KernelMemory.read64(frame + FRAME_STACK));
    Console.write(" flags ");
    Console.writeHex(KernelMemory.read64(frame + FRAME_FLAGS));
    Console.endLine();
  }

  /**
   * Code is compiled without frame pointers, so every word of the stack that follows a call
   * instruction is taken for a return address. One whose call went to the function of the frame
   * before is certain; others may be left over from earlier calls and get a question mark.
   */
  private static void writeBacktrace(long instruction, long stackPointer) {
    Console.writeLine("backtrace:");
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
    Console.write(certainty);
    Console.writeHex(address);
    Console.write(' ');
    Symbols.write(address);
    Console.endLine();
  }
}
