package edgex.kernel.debug;

import edgex.abi.declare.DialectException;
import edgex.kernel.arch.Backtrace;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.Cpu;
import edgex.kernel.arch.Platform;
import edgex.kernel.object.KernelObject;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The end of the kernel: says all it knows on the console and ends the machine. */
@StaticInit
@Unmanaged
public final class Panic {
  private static final int HEX_DIGITS = 16;
  private static final int DIGIT_BITS = 4;

  /** How much of the log is shown: more than a screen, seconds at 115,200 bits a second. */
  private static final int LOG_BYTES = 4096;

  private static boolean panicking;

  private Panic() {}

  /** Reports a broken invariant of the kernel; does not return on a real machine. */
  public static void panic(String reason) {
    if (begin(reason)) {
      reportCurrent();
      line("backtrace:");
      Backtrace.print();
    }
    stop();
  }

  /**
   * Reports that the machine cannot go on, for a reason that does not lie in the kernel; does not
   * return on a real machine.
   */
  public static void end(String reason) {
    if (begin(reason)) {
      reportLog();
    }
    stop();
  }

  /** False when this is a panic while reporting a panic. */
  private static boolean begin(String reason) {
    boolean first = !panicking;
    panicking = true;
    if (first) {
      line("");
      text("KERNEL PANIC: ");
      line(reason);
    }
    return first;
  }

  private static void stop() {
    panicking = false;
    Cpu.stop();
  }

  /** Prints the end of the kernel log, unless the console has shown it already. */
  private static void reportLog() {
    if (!KernelLog.isHidden()) {
      return;
    }
    line("the kernel log ends with:");
    for (long i = Math.max(KernelLog.start(), KernelLog.end() - LOG_BYTES);
        i < KernelLog.end();
        i++) {
      Platform.consoleWrite(KernelLog.at(i));
    }
  }

  /** Prints the end of the log, which CPU this is, and the thread that it runs. */
  public static void reportCurrent() {
    reportLog();
    number("cpu ", Cpu.current());
    if (Processor.all != null && Processor.self().current != null) {
      reportThread(Processor.self().current);
    }
  }

  private static void reportThread(KernelThread thread) {
    number("thread ", thread.index);
    number("process ", thread.process == null ? KernelObject.NONE : thread.process.index);
    if (thread.faultKind != 0) {
      number("fault kind ", thread.faultKind);
      number("fault address ", thread.faultAddress);
      number("fault code ", thread.faultCode);
    }
    line("user registers:");
    number("ip ", thread.context.instructionPointer());
    number("sp ", thread.context.stackPointer());
    for (int i = 0; i < Context.registerCount(); i++) {
      hex(i);
      text(" ");
      hex(thread.context.register(i));
      line("");
    }
  }

  /** Prints text. */
  @DialectException(rule = "library", reason = "length and charAt of a literal are plain reads")
  private static void text(String value) {
    for (int i = 0; i < value.length(); i++) {
      Platform.consoleWrite(value.charAt(i));
    }
  }

  /** Prints text and ends the line. */
  private static void line(String value) {
    text(value);
    Platform.consoleWrite('\n');
  }

  /** Prints a number in hexadecimal, all digits. */
  private static void hex(long value) {
    for (int digit = HEX_DIGITS - 1; digit >= 0; digit--) {
      int nibble = (int) (value >>> (digit * DIGIT_BITS & 63)) & 0xf;
      Platform.consoleWrite(nibble < 10 ? '0' + nibble : 'a' + nibble - 10);
    }
  }

  private static void number(String name, long value) {
    text(name);
    hex(value);
    line("");
  }
}
