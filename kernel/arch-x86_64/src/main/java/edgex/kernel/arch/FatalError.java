package edgex.kernel.arch;

import edgex.abi.declare.DialectException;
import edgex.kernel.debug.CommandLine;
import edgex.kernel.debug.Panic;
import org.teavm.interop.Address;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The end of a kernel that found a fault in itself or in the hardware: says what it knows on the
 * first serial line, tells the host link on the second one ({@code EDGEX 1 panic}) and resets the
 * machine. With the word {@code halt} on the command line it stops instead, for a debugger.
 *
 * <pre>
 *  frame that trap.S pushes:  0 rax rbx rcx rdx rsi rdi rbp   56 r8 ... r15
 *                           120 vector - 128, error code, rip, cs, flags, rsp, ss
 * </pre>
 */
@StaticInit
@Unmanaged
final class FatalError {
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

  private static boolean panicking;

  private FatalError() {}

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
    writeRegisters(frame);
    long instruction = KernelMemory.read64(frame + FRAME_INSTRUCTION);
    Panic.reportCurrent();
    Console.writeLine("backtrace:");
    Backtrace.write(instruction, KernelMemory.read64(frame + FRAME_STACK));
    end();
  }

  /** What Java code would report by an exception, and the kernel's own checks. */
  @Export(name = "panic_failure")
  static void failure(Address reason, long stackPointer) {
    begin();
    Console.write(reason);
    Console.endLine();
    Panic.reportCurrent();
    Console.writeLine("backtrace:");
    Backtrace.write(0, stackPointer);
    end();
  }

  /** Boot cannot go on; the message says what the machine lacks. */
  static void boot(String reason) {
    Console.write("EdgeX cannot boot: ");
    Console.writeLine(reason);
    end();
  }

  /** Ends the machine when all has been said. */
  static void end() {
    Console.reportPanic();
    if (!CommandLine.hasWord("halt")) {
      Platform.reset();
    }
    Instructions.haltForever();
  }

  private static void begin() {
    if (panicking) {
      Console.writeLine("panic while reporting a panic");
      end();
    }
    panicking = true;
    Console.endLine();
    Console.write("KERNEL PANIC: ");
  }

  @DialectException(rule = "library", reason = "characters of a literal, which is static data")
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
}
