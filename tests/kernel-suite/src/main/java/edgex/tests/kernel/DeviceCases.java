package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.Rights;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.LoopbackInterrupt;
import edgex.tests.harness.RootMachine;

/** Device windows and interrupt lines. */
final class DeviceCases {
  /** The second serial line's scratch register, which keeps what is written. */
  private static final int SCRATCH_PORT = 0x2ff;

  /** A physical address that no machine has something at. */
  private static final long NOWHERE = 1L << 46;

  private static final int FREE_LINE = 9;

  private DeviceCases() {}

  static void addTo(CaseList cases) {
    if (RootMachine.hasPorts()) {
      cases.add("device: a register keeps what is written", DeviceCases::register);
      cases.add("device: a slice reaches only its part", DeviceCases::slice);
      cases.add("device: odd widths are refused", DeviceCases::widths);
    }
    cases.add("device: slices refuse what is outside", DeviceCases::slicesOutside);
    cases.add("interrupt: a line signals its notification", DeviceCases::signals);
    cases.add("interrupt: it signals again after an acknowledgement", DeviceCases::again);
    cases.add("interrupt: a line has one object", DeviceCases::oneObject);
    cases.add("interrupt: lines that do not exist are refused", DeviceCases::noLine);
    cases.add("interrupt: a line makes no lines", DeviceCases::lineMakesNoLines);
    cases.add("interrupt: the root is not bound", DeviceCases::rootNotBound);
    cases.add("interrupt: a line that is not bound is not acknowledged", DeviceCases::notBound);
  }

  private static void register(Scope scope) {
    for (int value : new int[] {0x5a, 0xa5, 0}) {
      Expect.success(SystemCalls.deviceWrite(RootMachine.ports(), SCRATCH_PORT, 1, value));
      Expect.equal("register", value, SystemCalls.deviceRead(RootMachine.ports(), SCRATCH_PORT, 1));
    }
  }

  private static void slice(Scope scope) {
    int slice = scope.keep(SystemCalls.deviceSlice(RootMachine.ports(), SCRATCH_PORT - 3, 4));
    Expect.success(SystemCalls.deviceWrite(slice, 3, 1, 0x77));
    Expect.equal("register", 0x77, SystemCalls.deviceRead(RootMachine.ports(), SCRATCH_PORT, 1));
    Expect.equal("register", 0x77, SystemCalls.deviceRead(slice, 3, 1));
    for (long offset : new long[] {4, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32}) {
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.deviceRead(slice, offset, 1));
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.deviceWrite(slice, offset, 1, 0));
    }
    Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.deviceRead(slice, 3, 2));
    Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.deviceRead(slice, 1, 4));
  }

  private static void slicesOutside(Scope scope) {
    int slice = scope.keep(SystemCalls.deviceSlice(RootMachine.deviceMemory(), NOWHERE, 1));
    long[][] ranges = {
      {0, 2},
      {1, 1},
      {-1, 1},
      {0, 0},
      {0, -1},
      {Long.MIN_VALUE, 1},
      {0, Long.MAX_VALUE},
      {Long.MAX_VALUE, Long.MAX_VALUE}
    };
    for (long[] range : ranges) {
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.deviceSlice(slice, range[0], range[1]));
    }
    if (RootMachine.hasPorts()) {
      Expect.error(
          Errors.INVALID_ARGUMENT, SystemCalls.deviceSlice(RootMachine.ports(), 0, 0x10001));
    }
  }

  private static void widths(Scope scope) {
    for (int width : new int[] {0, 3, 5, 8, -1, Integer.MIN_VALUE}) {
      Expect.error(
          Errors.INVALID_ARGUMENT,
          SystemCalls.deviceRead(RootMachine.ports(), SCRATCH_PORT, width));
    }
  }

  private static int line(Scope scope, int number) {
    return scope.keep(SystemCalls.interruptCreate(RootMachine.interrupts(), number));
  }

  private static void signals(Scope scope) {
    LoopbackInterrupt source = RootMachine.interruptSource();
    int line = scope.keep(source.create());
    int notification = scope.notification();
    int badged = scope.derive(notification, Rights.ALL, 0x100);
    Expect.success(SystemCalls.interruptBind(line, badged));
    source.start();
    Expect.equal("status", 0, scope.await(notification, Scope.PATIENCE_NANOS));
    Expect.equal("bits", 0x100, scope.message().badge());
    source.end();
  }

  private static void again(Scope scope) {
    LoopbackInterrupt source = RootMachine.interruptSource();
    int line = scope.keep(source.create());
    int notification = scope.notification();
    Expect.success(SystemCalls.interruptBind(line, notification));
    for (int i = 0; i < 5; i++) {
      source.start();
      Expect.equal("status", 0, scope.await(notification, Scope.PATIENCE_NANOS));
      source.clear();
      Expect.success(SystemCalls.interruptAcknowledge(line));
    }
    source.end();
  }

  private static void oneObject(Scope scope) {
    line(scope, FREE_LINE);
    Expect.error(
        Errors.WRONG_STATE, SystemCalls.interruptCreate(RootMachine.interrupts(), FREE_LINE));
  }

  private static void noLine(Scope scope) {
    for (int line : new int[] {-1, 4096, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      Expect.error(
          Errors.INVALID_ARGUMENT, SystemCalls.interruptCreate(RootMachine.interrupts(), line));
    }
  }

  private static void lineMakesNoLines(Scope scope) {
    Expect.error(Errors.WRONG_STATE, SystemCalls.interruptCreate(line(scope, FREE_LINE), 10));
  }

  private static void rootNotBound(Scope scope) {
    Expect.error(
        Errors.WRONG_STATE,
        SystemCalls.interruptBind(RootMachine.interrupts(), scope.notification()));
  }

  private static void notBound(Scope scope) {
    Expect.error(Errors.WRONG_STATE, SystemCalls.interruptAcknowledge(line(scope, FREE_LINE)));
    Expect.error(Errors.WRONG_STATE, SystemCalls.interruptAcknowledge(RootMachine.interrupts()));
  }
}
