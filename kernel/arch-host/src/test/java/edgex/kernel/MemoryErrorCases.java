package edgex.kernel;

import static edgex.kernel.ErrorCase.arguments;

import edgex.abi.Errors;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.sched.KernelThread;
import java.util.List;

/** Errors of the calls on memory that are not those of every creation. */
final class MemoryErrorCases {
  private static final int CREATE = SystemCallNumbers.MEMORY_CREATE;
  private static final int MAP = SystemCallNumbers.MEMORY_MAP;
  private static final int UNMAP = SystemCallNumbers.MEMORY_UNMAP;
  private static final int PROTECT = SystemCallNumbers.MEMORY_PROTECT;
  private static final long PAGE = TestMachine.PAGE;

  /** Far from all else, so that a page table is missing there. */
  private static final long FAR = 1L << 38;

  private static final int EVERYTHING = Rights.READ | Rights.WRITE | Rights.EXECUTE;

  private MemoryErrorCases() {}

  static List<ErrorCase> mapping() {
    return List.of(
        ErrorCase.of(
            MAP,
            Errors.MISSING_RIGHT,
            m -> map(m, m.derive(m.memory(1), Rights.READ), FAR, 0, Rights.READ | Rights.WRITE)),
        ErrorCase.of(
            MAP, Errors.INVALID_ARGUMENT, m -> map(m, m.memory(1), FAR, PAGE, Rights.READ)),
        ErrorCase.of(
            MAP, Errors.WRITABLE_AND_EXECUTABLE, m -> map(m, m.memory(1), FAR, 0, EVERYTHING)),
        ErrorCase.of(
            MAP, Errors.INVALID_ADDRESS, m -> map(m, m.memory(1), FAR + 1, 0, Rights.READ)),
        ErrorCase.of(
            MAP,
            Errors.ALREADY_MAPPED,
            m -> map(m, m.memory(1), HostMachine.ROOT_CODE, 0, Rights.READ)),
        ErrorCase.of(MAP, Errors.OUT_OF_MEMORY, MemoryErrorCases::mapWithoutPages),
        ErrorCase.of(
            MAP,
            Errors.QUOTA_EXCEEDED,
            m -> arguments(Scene.child(m, 9, 9, 0), m.memory(1), FAR, 0, PAGE, Rights.READ)),
        ErrorCase.repeated(
            MAP, Errors.POOL_EMPTY, m -> map(m, m.image, m.address(1), 0, Rights.READ)),
        new ErrorCase(MAP, Errors.CANCELLED, MemoryErrorCases::mapWhatIsTakenAway));
  }

  static List<ErrorCase> others() {
    return List.of(
        ErrorCase.of(CREATE, Errors.INVALID_ARGUMENT, m -> arguments(m.process, PAGE + 1)),
        ErrorCase.of(
            CREATE,
            Errors.OUT_OF_MEMORY,
            m -> {
              Scene.takeAllPages(m);
              return arguments(m.process, PAGE);
            }),
        ErrorCase.of(CREATE, Errors.QUOTA_EXCEEDED, m -> arguments(Scene.child(m, 9, 9, 0), PAGE)),
        ErrorCase.repeated(CREATE, Errors.POOL_EMPTY, m -> arguments(m.process, PAGE)),
        ErrorCase.of(
            SystemCallNumbers.MEMORY_SLICE,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.memory(2), PAGE, 2 * PAGE)),
        ErrorCase.of(UNMAP, Errors.INVALID_ADDRESS, m -> arguments(m.process, FAR + 1, PAGE)),
        ErrorCase.of(UNMAP, Errors.NOT_MAPPED, m -> arguments(m.process, FAR, PAGE)),
        ErrorCase.of(UNMAP, Errors.WRONG_STATE, m -> arguments(m.process, messagePage(), PAGE)),
        ErrorCase.of(
            PROTECT,
            Errors.MISSING_RIGHT,
            m -> arguments(m.process, HostMachine.ROOT_CODE, Rights.READ | Rights.WRITE)),
        ErrorCase.of(
            PROTECT,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.process, HostMachine.ROOT_CODE, Rights.WRITE)),
        ErrorCase.of(
            PROTECT,
            Errors.WRITABLE_AND_EXECUTABLE,
            m -> arguments(m.process, HostMachine.ROOT_DATA, EVERYTHING)),
        ErrorCase.of(
            PROTECT, Errors.INVALID_ADDRESS, m -> arguments(m.process, FAR + 1, Rights.READ)),
        ErrorCase.of(PROTECT, Errors.NOT_MAPPED, m -> arguments(m.process, FAR, Rights.READ)),
        ErrorCase.of(
            PROTECT, Errors.WRONG_STATE, m -> arguments(m.process, messagePage(), Rights.READ)));
  }

  private static long[] map(
      TestMachine machine, int memory, long address, long offset, int protection) {
    return arguments(machine.process, memory, address, offset, PAGE, protection);
  }

  private static long messagePage() {
    return TestMachine.current().startArgument();
  }

  private static long[] mapWithoutPages(TestMachine machine) {
    int memory = machine.memory(1);
    Scene.takeAllPages(machine);
    return map(machine, memory, FAR, 0, Rights.READ);
  }

  /** One thread maps, another one unmaps the same before that is complete; both are interrupted. */
  private static long mapWhatIsTakenAway(TestMachine machine, int call) {
    long size = 100 * PAGE;
    int memory = machine.memory(100);
    long[] arguments = arguments(machine.process, memory, FAR, 0, size, Rights.READ);
    machine.setPriority(machine.thread, 60);
    machine.start(machine.process, 60);
    HostMachine.setRestarting(false);
    HostMachine.interruptAfter(4);
    machine.call(call, arguments);
    HostMachine.interruptAfter(1);
    HostMachine.advance(KernelThread.SLICE_NANOS);
    machine.call(UNMAP, machine.process, FAR, size);
    HostMachine.advance(KernelThread.SLICE_NANOS);
    HostMachine.interruptAfter(-1);
    HostMachine.setRestarting(true);
    return machine.call(call, arguments);
  }
}
