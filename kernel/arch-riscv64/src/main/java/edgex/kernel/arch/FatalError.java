package edgex.kernel.arch;

import edgex.kernel.debug.CommandLine;
import edgex.kernel.debug.Panic;
import edgex.kernel.machine.ConsoleText;
import org.teavm.interop.Address;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The end of a kernel that found a fault in itself or in the hardware: says what it knows on the
 * firmware's console and resets the machine. With the word {@code halt} on the command line it
 * stops instead, for a debugger.
 *
 * <pre>
 *  frame that trap.S saves:  8 * n: register x(n), n = 0 ... 31
 *                          256 cause, 264 value, 272 instruction pointer
 * </pre>
 */
@StaticInit
@Unmanaged
final class FatalError {
  private static final int REGISTER_COUNT = 32;
  private static final int REGISTERS_PER_LINE = 4;
  private static final int STACK_REGISTER = 2;
  private static final int FRAME_CAUSE = 256;
  private static final int FRAME_VALUE = 264;
  private static final int FRAME_INSTRUCTION = 272;

  private static boolean panicking;

  private FatalError() {}

  /** An exception in the kernel; {@code frame} as above. */
  @Export(name = "trap_fatal")
  static void exception(long frame) {
    begin();
    ConsoleText.write("exception ");
    ConsoleText.writeHex(KernelMemory.read64(frame + FRAME_CAUSE));
    ConsoleText.write(" address ");
    ConsoleText.writeHex(KernelMemory.read64(frame + FRAME_VALUE));
    ConsoleText.write(" ip ");
    ConsoleText.writeHex(KernelMemory.read64(frame + FRAME_INSTRUCTION));
    ConsoleText.endLine();
    writeRegisters(frame);
    Panic.reportCurrent();
    ConsoleText.writeLine("backtrace:");
    Backtrace.write(
        KernelMemory.read64(frame + FRAME_INSTRUCTION),
        KernelMemory.read64(frame + (long) STACK_REGISTER * Long.BYTES));
    end();
  }

  /** What Java code would report by an exception, and the kernel's own checks. */
  @Export(name = "panic_failure")
  static void failure(Address reason, long stackPointer) {
    begin();
    ConsoleText.write(reason);
    ConsoleText.endLine();
    Panic.reportCurrent();
    ConsoleText.writeLine("backtrace:");
    Backtrace.write(0, stackPointer);
    end();
  }

  /** Boot cannot go on; the message says what the machine lacks. */
  static void boot(String reason) {
    ConsoleText.write("EdgeX cannot boot: ");
    ConsoleText.writeLine(reason);
    end();
  }

  /** Ends the machine when all has been said. */
  static void end() {
    if (!CommandLine.hasWord("halt")) {
      Platform.reset();
    }
    Instructions.haltForever();
  }

  private static void begin() {
    if (panicking) {
      ConsoleText.writeLine("panic while reporting a panic");
      end();
    }
    panicking = true;
    ConsoleText.endLine();
    ConsoleText.write("KERNEL PANIC: ");
  }

  private static void writeRegisters(long frame) {
    for (int i = 0; i < REGISTER_COUNT; i++) {
      ConsoleText.write("x");
      ConsoleText.writeDecimal(i);
      ConsoleText.write(i < 10 ? "  " : " ");
      ConsoleText.writeHex(KernelMemory.read64(frame + (long) i * Long.BYTES));
      if (i % REGISTERS_PER_LINE == REGISTERS_PER_LINE - 1) {
        ConsoleText.endLine();
      } else {
        ConsoleText.write(" ");
      }
    }
  }
}
