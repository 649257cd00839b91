package edgex.kernel.arch;

import edgex.abi.FaultKind;
import edgex.kernel.Kernel;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Where the entry assembly calls Java; each method's end leads back to {@code enter_user}. Causes
 * are those of scause (privileged architecture 1.12, table 4.2); its highest bit says interrupt.
 */
@StaticInit
@Unmanaged
final class Trap {
  private static final int ILLEGAL_INSTRUCTION = 2;
  private static final int BREAKPOINT = 3;
  private static final int INSTRUCTION_ACCESS = 1;
  private static final int LOAD_ACCESS = 5;
  private static final int STORE_ACCESS = 7;
  private static final int INSTRUCTION_PAGE = 12;
  private static final int LOAD_PAGE = 13;
  private static final int STORE_PAGE = 15;

  private Trap() {}

  /** A system call of the current context. */
  @Export(name = "trap_system_call")
  static void systemCall(Context context, int number) {
    Kernel.systemCall(context, number);
  }

  /** An interrupt, or an exception in user mode; {@code value} is stval. */
  @Export(name = "trap_enter")
  static void enter(long cause, long value) {
    if (cause < 0) {
      interrupt(1L << (cause & 63));
      return;
    }
    Context context = Instructions.context();
    int code = (int) cause;
    if (code == ILLEGAL_INSTRUCTION && Fpu.claim(context)) {
      return;
    }
    if (code == BREAKPOINT) {
      context.passBreakpoint(AddressSpace.instructionBytes(context.instructionPointer()));
    }
    if (isPageFault(code)) {
      if (!AddressSpace.refresh(value, faultKind(code))) {
        Kernel.fault(context, faultKind(code), value, code);
      }
    } else {
      Kernel.fault(context, faultKind(code), context.instructionPointer(), code);
    }
  }

  /** The idle CPU was woken: by these bits of sip. */
  @Export(name = "trap_wake")
  static void wake(long pending) {
    interrupt(pending);
  }

  /** One interrupt of those that the bits name; the others come again. */
  private static void interrupt(long pending) {
    if ((pending & Timer.INTERRUPT_BIT) != 0) {
      Timer.disarm();
      Kernel.timer();
    } else if ((pending & Interrupts.EXTERNAL_BIT) != 0) {
      int line = Interrupts.take();
      if (line != 0) {
        Kernel.interrupt(line);
      }
    }
  }

  private static boolean isPageFault(int code) {
    return code == INSTRUCTION_PAGE || code == LOAD_PAGE || code == STORE_PAGE;
  }

  private static int faultKind(int code) {
    return switch (code) {
      case INSTRUCTION_PAGE, INSTRUCTION_ACCESS -> FaultKind.EXECUTE;
      case LOAD_PAGE, LOAD_ACCESS -> FaultKind.READ;
      case STORE_PAGE, STORE_ACCESS -> FaultKind.WRITE;
      case ILLEGAL_INSTRUCTION -> FaultKind.ILLEGAL_INSTRUCTION;
      case BREAKPOINT -> FaultKind.DEBUG;
      default -> FaultKind.OTHER;
    };
  }
}
