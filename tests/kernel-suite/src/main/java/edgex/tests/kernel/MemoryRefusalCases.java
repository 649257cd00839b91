package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.Rights;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Pages;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;

/** What the memory calls refuse. */
final class MemoryRefusalCases {
  private static final long ADDRESS = RobotProcess.FREE_ADDRESS;
  private static final int READ_WRITE = Rights.READ | Rights.WRITE;
  private static final long PAGE = Pages.BYTES;

  /** Not user space, not aligned, wrapping around, not canonical, or the page that null is in. */
  private static final long[] BAD_ADDRESSES = {
    0,
    1,
    ADDRESS + 1,
    ADDRESS + 8,
    -PAGE,
    0xffff_8000_0000_0000L,
    0xffff_ffff_8000_0000L,
    0x8000_0000_0000L,
    0x7fff_ffff_f000L + PAGE,
    Long.MIN_VALUE,
    Long.MAX_VALUE & -PAGE
  };

  private MemoryRefusalCases() {}

  static void addTo(CaseList cases) {
    cases.add("memoryCreate: refuses a size that is not whole pages", MemoryRefusalCases::sizes);
    cases.add("memoryMap: refuses bad addresses", MemoryRefusalCases::mapAddresses);
    cases.add("memoryMap: refuses a range outside the memory", MemoryRefusalCases::mapRanges);
    cases.add("memoryMap: refuses writable and executable", MemoryRefusalCases::mapBoth);
    cases.add("memoryMap: refuses odd protections", MemoryRefusalCases::mapProtections);
    cases.add("memoryMap: refuses an overlap", MemoryRefusalCases::mapOverlap);
    cases.add("memoryMap: refuses the place of a message page", MemoryRefusalCases::mapMessage);
    cases.add("memoryUnmap: refuses bad addresses", MemoryRefusalCases::unmapAddresses);
    cases.add("memoryUnmap: refuses what is not a whole mapping", MemoryRefusalCases::unmapPart);
    cases.add("memoryUnmap: refuses a message page", MemoryRefusalCases::unmapMessage);
    cases.add("memoryProtect: refuses what is not mapped", MemoryRefusalCases::protectNothing);
    cases.add("memoryProtect: refuses writable and executable", MemoryRefusalCases::protectBoth);
    cases.add("memoryProtect: refuses odd protections", MemoryRefusalCases::protectOdd);
    cases.add("memoryProtect: refuses a right not held", MemoryRefusalCases::protectRight);
    cases.add("memoryProtect: refuses a message page", MemoryRefusalCases::protectMessage);
    cases.add("memorySlice: refuses a range outside", MemoryRefusalCases::slices);
  }

  private static void sizes(Scope scope) {
    for (long size : new long[] {0, 1, PAGE - 1, PAGE + 1, -1, -PAGE, Long.MIN_VALUE}) {
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.memoryCreate(RootMachine.process(), size));
    }
  }

  private static void mapAddresses(Scope scope) {
    int process = scope.process();
    int memory = scope.memory(1);
    for (long address : BAD_ADDRESSES) {
      Expect.error(
          Errors.INVALID_ADDRESS,
          SystemCalls.memoryMap(process, memory, address, 0, PAGE, Rights.READ));
    }
    Expect.error(
        Errors.INVALID_ADDRESS,
        SystemCalls.memoryMap(
            process, scope.memory(2), 0x7fff_ffff_f000L, 0, 2 * PAGE, Rights.READ));
  }

  private static void mapRanges(Scope scope) {
    int process = scope.process();
    int memory = scope.memory(2);
    long[][] ranges = {
      {0, 3 * PAGE},
      {2 * PAGE, PAGE},
      {PAGE, 2 * PAGE},
      {-PAGE, PAGE},
      {1, PAGE},
      {0, 0},
      {0, 1},
      {0, -PAGE},
      {Long.MIN_VALUE, PAGE},
      {PAGE, Long.MAX_VALUE & -PAGE},
      {0, Long.MIN_VALUE}
    };
    for (long[] range : ranges) {
      Expect.error(
          Errors.INVALID_ARGUMENT,
          SystemCalls.memoryMap(process, memory, ADDRESS, range[0], range[1], Rights.READ));
    }
  }

  private static void mapBoth(Scope scope) {
    int all = READ_WRITE | Rights.EXECUTE;
    Expect.error(
        Errors.WRITABLE_AND_EXECUTABLE,
        SystemCalls.memoryMap(scope.process(), scope.memory(1), ADDRESS, 0, PAGE, all));
  }

  private static void mapProtections(Scope scope) {
    int process = scope.process();
    int memory = scope.memory(1);
    for (int protection : new int[] {0, Rights.WRITE, Rights.EXECUTE, 1 << 3, -1, 0x100}) {
      Expect.error(
          Errors.INVALID_ARGUMENT,
          SystemCalls.memoryMap(process, memory, ADDRESS, 0, PAGE, protection));
    }
  }

  private static void mapOverlap(Scope scope) {
    int process = scope.process();
    int memory = scope.memory(4);
    long there = ADDRESS + 2 * PAGE;
    Expect.success(SystemCalls.memoryMap(process, memory, there, 0, 2 * PAGE, Rights.READ));
    long[][] ranges = {{0, 2}, {1, 1}, {-1, 2}, {-1, 4}, {1, 3}, {0, 1}};
    for (long[] range : ranges) {
      Expect.error(
          Errors.ALREADY_MAPPED,
          SystemCalls.memoryMap(
              process, memory, there + range[0] * PAGE, 0, range[1] * PAGE, Rights.READ));
    }
    Expect.success(SystemCalls.memoryMap(process, memory, there + 2 * PAGE, 0, PAGE, Rights.READ));
  }

  private static int processWithMessagePage(Scope scope) {
    int process = scope.process();
    scope.keep(SystemCalls.threadCreate(process, 1, ADDRESS));
    return process;
  }

  private static void mapMessage(Scope scope) {
    Expect.error(
        Errors.ALREADY_MAPPED,
        SystemCalls.memoryMap(
            processWithMessagePage(scope), scope.memory(1), ADDRESS, 0, PAGE, Rights.READ));
  }

  private static void unmapAddresses(Scope scope) {
    int process = scope.process();
    for (long address : BAD_ADDRESSES) {
      Expect.error(Errors.INVALID_ADDRESS, SystemCalls.memoryUnmap(process, address, PAGE));
    }
    for (long size : new long[] {0, 1, -PAGE, Long.MAX_VALUE & -PAGE}) {
      Expect.error(Errors.INVALID_ADDRESS, SystemCalls.memoryUnmap(process, ADDRESS, size));
    }
  }

  private static void unmapPart(Scope scope) {
    int process = scope.process();
    Expect.success(
        SystemCalls.memoryMap(process, scope.memory(3), ADDRESS, 0, 3 * PAGE, Rights.READ));
    long[][] ranges = {{0, 1}, {0, 2}, {1, 2}, {1, 1}, {0, 4}, {-1, 4}, {8, 1}};
    for (long[] range : ranges) {
      Expect.error(
          Errors.NOT_MAPPED,
          SystemCalls.memoryUnmap(process, ADDRESS + range[0] * PAGE, range[1] * PAGE));
    }
    Expect.success(SystemCalls.memoryUnmap(process, ADDRESS, 3 * PAGE));
    Expect.error(Errors.NOT_MAPPED, SystemCalls.memoryUnmap(process, ADDRESS, 3 * PAGE));
  }

  private static void unmapMessage(Scope scope) {
    Expect.error(
        Errors.WRONG_STATE, SystemCalls.memoryUnmap(processWithMessagePage(scope), ADDRESS, PAGE));
  }

  private static int processWithPage(Scope scope, int memory) {
    int process = scope.process();
    Expect.success(SystemCalls.memoryMap(process, memory, ADDRESS, 0, PAGE, Rights.READ));
    return process;
  }

  private static void protectNothing(Scope scope) {
    int process = processWithPage(scope, scope.memory(1));
    Expect.error(
        Errors.NOT_MAPPED, SystemCalls.memoryProtect(process, ADDRESS + PAGE, Rights.READ));
    Expect.error(
        Errors.INVALID_ADDRESS, SystemCalls.memoryProtect(process, ADDRESS + 1, Rights.READ));
    Expect.error(Errors.INVALID_ADDRESS, SystemCalls.memoryProtect(process, -PAGE, Rights.READ));
  }

  private static void protectBoth(Scope scope) {
    Expect.error(
        Errors.WRITABLE_AND_EXECUTABLE,
        SystemCalls.memoryProtect(
            processWithPage(scope, scope.memory(1)), ADDRESS, READ_WRITE | Rights.EXECUTE));
  }

  private static void protectOdd(Scope scope) {
    int process = processWithPage(scope, scope.memory(1));
    for (int protection : new int[] {0, Rights.WRITE, Rights.EXECUTE, 1 << 3, -1}) {
      Expect.error(
          Errors.INVALID_ARGUMENT, SystemCalls.memoryProtect(process, ADDRESS, protection));
    }
  }

  private static void protectRight(Scope scope) {
    int readable = scope.derive(scope.memory(1), Rights.READ);
    int process = processWithPage(scope, readable);
    Expect.error(Errors.MISSING_RIGHT, SystemCalls.memoryProtect(process, ADDRESS, READ_WRITE));
    Expect.error(
        Errors.MISSING_RIGHT,
        SystemCalls.memoryProtect(process, ADDRESS, Rights.READ | Rights.EXECUTE));
  }

  private static void protectMessage(Scope scope) {
    Expect.error(
        Errors.WRONG_STATE,
        SystemCalls.memoryProtect(processWithMessagePage(scope), ADDRESS, Rights.READ));
  }

  private static void slices(Scope scope) {
    int memory = scope.memory(2);
    long[][] ranges = {
      {0, 3 * PAGE},
      {2 * PAGE, PAGE},
      {-PAGE, PAGE},
      {0, 0},
      {1, PAGE},
      {0, 1},
      {0, -PAGE},
      {Long.MIN_VALUE, PAGE}
    };
    for (long[] range : ranges) {
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.memorySlice(memory, range[0], range[1]));
    }
  }
}
