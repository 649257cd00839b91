package edgex.kernel;

import static edgex.kernel.ErrorCase.arguments;

import edgex.abi.Errors;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import java.util.List;

/** Errors of the calls on processes and threads. */
final class ProcessErrorCases {
  private static final int PROCESS = SystemCallNumbers.PROCESS_CREATE;
  private static final int THREAD = SystemCallNumbers.THREAD_CREATE;
  private static final int LOW = 10;

  private ProcessErrorCases() {}

  static List<ErrorCase> processes() {
    return List.of(
        ErrorCase.of(PROCESS, Errors.INVALID_ARGUMENT, m -> arguments(m.process, 0, 1, 1, LOW, 0)),
        ErrorCase.of(PROCESS, Errors.PRIORITY_TOO_HIGH, m -> arguments(m.process, 9, 1, 1, 256, 0)),
        ErrorCase.of(
            PROCESS, Errors.QUOTA_EXCEEDED, m -> arguments(m.process, 1 << 30, 1, 1, LOW, 0)),
        ErrorCase.of(
            PROCESS,
            Errors.OUT_OF_MEMORY,
            m -> {
              Scene.takeAllPages(m);
              return arguments(m.process, 9, 1, 1, LOW, 0);
            }),
        ErrorCase.repeated(PROCESS, Errors.POOL_EMPTY, m -> arguments(m.process, 9, 1, 1, LOW, 0)));
  }

  static List<ErrorCase> threadCreation() {
    return List.of(
        ErrorCase.of(THREAD, Errors.INVALID_ARGUMENT, m -> arguments(m.process, -1, m.address(1))),
        ErrorCase.of(
            THREAD, Errors.PRIORITY_TOO_HIGH, m -> arguments(modest(m), LOW + 1, m.address(1))),
        ErrorCase.of(
            THREAD, Errors.INVALID_ADDRESS, m -> arguments(m.process, LOW, m.address(1) + 8)),
        ErrorCase.of(
            THREAD, Errors.ALREADY_MAPPED, m -> arguments(m.process, LOW, HostMachine.ROOT_CODE)),
        ErrorCase.of(
            THREAD,
            Errors.OUT_OF_MEMORY,
            m -> {
              Scene.takeAllPages(m);
              return arguments(m.process, LOW, m.address(1));
            }),
        ErrorCase.of(
            THREAD,
            Errors.QUOTA_EXCEEDED,
            m -> arguments(Scene.child(m, Scene.PAGES_OF_THREAD - 1, 9, 9), LOW, m.address(1))),
        ErrorCase.repeated(THREAD, Errors.POOL_EMPTY, m -> arguments(m.process, LOW, m.address(1))),
        ErrorCase.of(
            THREAD, Errors.WRONG_STATE, m -> arguments(Scene.exited(m), LOW, m.address(1))));
  }

  static List<ErrorCase> threads() {
    return List.of(
        ErrorCase.of(
            SystemCallNumbers.THREAD_START,
            Errors.INVALID_ADDRESS,
            m -> arguments(unstarted(m), -1, 0, 0, 0)),
        ErrorCase.of(
            SystemCallNumbers.THREAD_START,
            Errors.WRONG_STATE,
            m -> arguments(m.thread, HostMachine.ROOT_CODE, 0, 0, 0)),
        ErrorCase.of(
            SystemCallNumbers.THREAD_SUSPEND, Errors.WRONG_STATE, m -> arguments(unstarted(m))),
        ErrorCase.of(SystemCallNumbers.THREAD_RESUME, Errors.WRONG_STATE, m -> arguments(m.thread)),
        ErrorCase.of(
            SystemCallNumbers.THREAD_SET_PRIORITY,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.thread, 256)),
        ErrorCase.of(
            SystemCallNumbers.THREAD_SET_PRIORITY,
            Errors.PRIORITY_TOO_HIGH,
            m -> arguments(m.good(THREAD, modest(m), LOW, m.address(1)), LOW + 1)),
        ErrorCase.of(
            SystemCallNumbers.THREAD_SET_AFFINITY,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.thread, 1)),
        ErrorCase.of(
            SystemCallNumbers.THREAD_BIND,
            Errors.WRONG_STATE,
            m -> {
              m.good(SystemCallNumbers.THREAD_BIND, m.thread, m.notification());
              return arguments(m.thread, m.notification());
            }),
        ErrorCase.of(
            SystemCallNumbers.THREAD_SET_POINTER, Errors.INVALID_ADDRESS, m -> arguments(-1)),
        new ErrorCase(
            SystemCallNumbers.THREAD_SLEEP, Errors.CANCELLED, ProcessErrorCases::cancelledSleep));
  }

  /** A process whose threads may not exceed {@link #LOW}. */
  private static int modest(TestMachine machine) {
    return machine.good(PROCESS, machine.process, 9, 9, 9, LOW, 0);
  }

  private static int unstarted(TestMachine machine) {
    return machine.good(THREAD, machine.process, LOW, machine.address(1));
  }

  private static long cancelledSleep(TestMachine machine, int call) {
    machine.setPriority(machine.thread, LOW);
    int sleeper = machine.start(machine.process, LOW + 1);
    Context sleeping = TestMachine.current();
    machine.call(call, 1_000_000);
    machine.good(SystemCallNumbers.THREAD_SUSPEND, sleeper);
    machine.good(SystemCallNumbers.THREAD_RESUME, sleeper);
    return HostMachine.result(sleeping);
  }
}
