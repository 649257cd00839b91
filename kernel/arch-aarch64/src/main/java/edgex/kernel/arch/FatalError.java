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
 * first serial line and resets the machine.
 *
 * <pre>
 *  frame that trap.S makes:  0 x0 ... x30   248 sp   256 pc, processor state
 *                          272 syndrome (ESR_EL1), address (FAR_EL1)
 * </pre>
 */
@StaticInit
@Unmanaged
final class FatalError {
  private static final int REGISTER_COUNT = 31;
  private static final int REGISTERS_PER_LINE = 4;
  private static final int FRAME_STACK = 248;
  private static final int FRAME_INSTRUCTION = 256;
  private static final int FRAME_STATE = 264;
  private static final int FRAME_SYNDROME = 272;
  private static final int FRAME_ADDRESS = 280;

  private static boolean panicking;

  private FatalError() {}

  /** An exception in the kernel, or a system error; {@code frame} as above. */
  @Export(name = "trap_fatal")
  static void exception(long frame) {
    begin();
    writeNamed("exception syndrome ", frame + FRAME_SYNDROME);
    writeNamed(" address ", frame + FRAME_ADDRESS);
    ConsoleText.endLine();
    writeRegisters(frame);
    Panic.reportCurrent();
    ConsoleText.writeLine("backtrace:");
    Backtrace.write(
        KernelMemory.read64(frame + FRAME_INSTRUCTION), KernelMemory.read64(frame + FRAME_STACK));
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
      Platform.consoleWrite('x');
      ConsoleText.writeDecimal(i);
      writeNamed(" ", frame + (long) i * Long.BYTES);
      if (i % REGISTERS_PER_LINE == REGISTERS_PER_LINE - 1) {
        ConsoleText.endLine();
      } else {
        Platform.consoleWrite(' ');
      }
    }
    ConsoleText.endLine();
    writeNamed("pc ", frame + FRAME_INSTRUCTION);
    writeNamed(" sp ", frame + FRAME_STACK);
    writeNamed(" state ", frame + FRAME_STATE);
    ConsoleText.endLine();
  }

  private static void writeNamed(String name, long at) {
    ConsoleText.write(name);
    ConsoleText.writeHex(KernelMemory.read64(at));
  }
}
