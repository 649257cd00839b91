package edgex.kernel.arch;

import edgex.abi.FaultKind;
import edgex.kernel.Kernel;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Where the entry assembly calls Java; each method's end leads back to {@code enter_user}. */
@StaticInit
@Unmanaged
final class Trap {
  private static final int CLASS_SHIFT = 26;

  private static final int CLASS_UNKNOWN = 0x00;
  private static final int CLASS_WAIT = 0x01;
  private static final int CLASS_FLOATING_POINT_ACCESS = 0x07;
  private static final int CLASS_ILLEGAL_STATE = 0x0e;
  private static final int CLASS_HYPERVISOR_CALL = 0x16;
  private static final int CLASS_MONITOR_CALL = 0x17;
  private static final int CLASS_SYSTEM_REGISTER = 0x18;
  private static final int CLASS_VECTOR_ACCESS = 0x19;
  private static final int CLASS_MATRIX_ACCESS = 0x1d;
  private static final int CLASS_CODE_ABORT = 0x20;
  private static final int CLASS_CODE_ALIGNMENT = 0x22;
  private static final int CLASS_DATA_ABORT = 0x24;
  private static final int CLASS_FLOATING_POINT = 0x2c;
  private static final int CLASS_BREAKPOINT = 0x30;
  private static final int CLASS_SINGLE_STEP = 0x32;
  private static final int CLASS_WATCHPOINT = 0x34;
  private static final int CLASS_BREAKPOINT_INSTRUCTION = 0x3c;

  private static final long DATA_ABORT_WRITE = 1 << 6;

  private Trap() {}

  /** A system call of the current context. */
  @Export(name = "trap_system_call")
  static void systemCall(Context context, int number) {
    Kernel.systemCall(context, number);
  }

  /** Any other synchronous exception, or a system error, in user mode; syndrome: ESR_EL1. */
  @Export(name = "trap_synchronous")
  static void synchronous(Context context, long syndrome) {
    int exceptionClass = (int) (syndrome >>> CLASS_SHIFT) & 0x3f;
    if (exceptionClass == CLASS_FLOATING_POINT_ACCESS) {
      Fpu.claim(context);
      return;
    }
    boolean abort =
        exceptionClass == CLASS_DATA_ABORT
            || exceptionClass == CLASS_CODE_ABORT
            || exceptionClass == CLASS_CODE_ALIGNMENT;
    long address = abort ? Instructions.readFaultAddress() : context.instructionPointer();
    if (exceptionClass == CLASS_BREAKPOINT_INSTRUCTION) {
      // "Go on" after this fault means: behind the breakpoint.
      context.skipInstruction();
    }
    Kernel.fault(context, kind(exceptionClass, syndrome), address, syndrome);
  }

  /** An interrupt, from user mode or while idle. */
  @Export(name = "trap_interrupt")
  static void interrupt() {
    int line = Gic.take();
    if (line == Timer.line()) {
      Gic.end(line);
      Timer.silence();
      Kernel.timer();
    } else if (line < Interrupts.lineCount()) {
      Interrupts.mask(line);
      Gic.end(line);
      Kernel.interrupt(line);
    }
  }

  private static int kind(int exceptionClass, long syndrome) {
    return switch (exceptionClass) {
      case CLASS_DATA_ABORT ->
          (syndrome & DATA_ABORT_WRITE) != 0 ? FaultKind.WRITE : FaultKind.READ;
      case CLASS_CODE_ABORT, CLASS_CODE_ALIGNMENT -> FaultKind.EXECUTE;
      case CLASS_UNKNOWN,
          CLASS_WAIT,
          CLASS_ILLEGAL_STATE,
          CLASS_HYPERVISOR_CALL,
          CLASS_MONITOR_CALL,
          CLASS_SYSTEM_REGISTER,
          CLASS_VECTOR_ACCESS,
          CLASS_MATRIX_ACCESS ->
          FaultKind.ILLEGAL_INSTRUCTION;
      case CLASS_FLOATING_POINT -> FaultKind.ARITHMETIC;
      case CLASS_BREAKPOINT, CLASS_SINGLE_STEP, CLASS_WATCHPOINT, CLASS_BREAKPOINT_INSTRUCTION ->
          FaultKind.DEBUG;
      default -> FaultKind.OTHER;
    };
  }
}
