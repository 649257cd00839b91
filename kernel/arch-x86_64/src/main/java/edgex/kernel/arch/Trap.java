package edgex.kernel.arch;

import edgex.abi.FaultKind;
import edgex.kernel.Kernel;
import edgex.kernel.machine.KernelLock;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Where the entry assembly calls Java; each method's end leads back to {@code enter_user}. */
@StaticInit
@Unmanaged
final class Trap {
  static final int NON_MASKABLE = 2;
  static final int BREAKPOINT = 3;
  static final int OVERFLOW = 4;
  static final int DOUBLE_FAULT = 8;
  static final int MACHINE_CHECK = 18;

  private static final int DIVIDE_ERROR = 0;
  private static final int DEBUG = 1;
  private static final int INVALID_OPCODE = 6;
  private static final int GENERAL_PROTECTION = 13;
  private static final int PAGE_FAULT = 14;
  private static final int FLOATING_POINT = 16;
  private static final int SIMD_FLOATING_POINT = 19;
  private static final int FIRST_INTERRUPT = 32;

  private static final long PAGE_FAULT_WRITE = 1 << 1;
  private static final long PAGE_FAULT_FETCH = 1 << 4;

  private Trap() {}

  /** A system call of the current context. */
  @Export(name = "trap_system_call")
  static void systemCall(Context context, int number) {
    KernelLock.acquireForCall();
    Kernel.systemCall(context, number);
    KernelLock.release();
  }

  /** An interrupt, or an exception in user mode. */
  @Export(name = "trap_enter")
  static void enter(int vector, long errorCode) {
    KernelLock.acquire();
    dispatch(vector, errorCode);
    KernelLock.release();
  }

  private static void dispatch(int vector, long errorCode) {
    if (vector >= LocalApic.LINE_VECTOR) {
      interrupt(vector - LocalApic.LINE_VECTOR);
    } else if (vector == LocalApic.TIMER_VECTOR) {
      LocalApic.endOfInterrupt();
      Kernel.timer();
    } else if (vector == LocalApic.WAKE_VECTOR) {
      LocalApic.endOfInterrupt();
      Kernel.wake();
    } else if (vector == PAGE_FAULT) {
      Kernel.fault(
          Instructions.context(), pageFaultKind(errorCode), Instructions.readCr2(), errorCode);
    } else if (vector < FIRST_INTERRUPT) {
      Context context = Instructions.context();
      Kernel.fault(context, exceptionKind(vector), context.instructionPointer(), vector);
    }
  }

  private static void interrupt(int line) {
    if (Interrupts.take(line)) {
      Kernel.interrupt(line);
    }
  }

  private static int pageFaultKind(long errorCode) {
    if ((errorCode & PAGE_FAULT_FETCH) != 0) {
      return FaultKind.EXECUTE;
    }
    return (errorCode & PAGE_FAULT_WRITE) != 0 ? FaultKind.WRITE : FaultKind.READ;
  }

  private static int exceptionKind(int vector) {
    return switch (vector) {
      case DIVIDE_ERROR, FLOATING_POINT, SIMD_FLOATING_POINT -> FaultKind.ARITHMETIC;
      case DEBUG, BREAKPOINT -> FaultKind.DEBUG;
      case INVALID_OPCODE, GENERAL_PROTECTION -> FaultKind.ILLEGAL_INSTRUCTION;
      default -> FaultKind.OTHER;
    };
  }
}
