package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.MessageInformation;
import edgex.abi.SystemRecord;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.RootMachine;
import java.nio.charset.StandardCharsets;

/** The machine as a whole: its record, log and command line. */
final class SystemCases {
  private SystemCases() {}

  static void addTo(CaseList cases) {
    cases.add("system: the record makes sense", SystemCases::record);
    cases.add("system: the pools are as large as promised", SystemCases::pools);
    cases.add("system: idle time is counted", SystemCases::idle);
    cases.add("system: unknown power actions are refused", SystemCases::power);
    cases.add("system: the log keeps what is appended", SystemCases::log);
    cases.add("system: the log refuses wrong lengths", SystemCases::logLengths);
    cases.add("system: the log refuses wrong positions", SystemCases::logPositions);
    cases.add("system: the command line refuses wrong offsets", SystemCases::commandLine);
  }

  private static void inspect() {
    Expect.success(SystemCalls.systemInspect(RootMachine.system()));
  }

  private static void record(Scope scope) {
    inspect();
    long managed = RootMachine.record(SystemRecord.MANAGED_PAGES);
    Expect.that("RAM", RootMachine.record(SystemRecord.RAM_BYTES) >= 16 << 20);
    Expect.that("free pages", RootMachine.record(SystemRecord.FREE_PAGES) <= managed);
    Expect.that("CPUs", RootMachine.record(SystemRecord.CPU_COUNT) >= 1);
    Expect.that("time since boot", RootMachine.record(SystemRecord.UPTIME_NANOS) > 0);
    for (int word = SystemRecord.CAPABILITIES_USED; word < SystemRecord.IDLE_WAKEUPS; word += 2) {
      Expect.that(
          "no more used than there are", RootMachine.record(word) <= RootMachine.record(word + 1));
    }
  }

  /** Of a machine with 256 MB or more. */
  private static void pools(Scope scope) {
    inspect();
    int[] minimum = {1, 1024, 4096, 1024, 4096, 1, 1, 1};
    for (int i = 0; i < minimum.length; i++) {
      Expect.atLeast(
          "objects of type " + (i + 1),
          minimum[i],
          RootMachine.record(SystemRecord.POOLS + 2 * i + 1));
    }
    Expect.atLeast("capabilities", 65_536, RootMachine.record(SystemRecord.CAPABILITIES_SIZE));
  }

  private static void idle(Scope scope) {
    inspect();
    long before = RootMachine.record(SystemRecord.IDLE_NANOS);
    long wakeups = RootMachine.record(SystemRecord.IDLE_WAKEUPS);
    SystemCalls.threadSleep(20_000_000);
    inspect();
    Expect.that("wake-ups", RootMachine.record(SystemRecord.IDLE_WAKEUPS) > wakeups);
    Expect.that("idle time", RootMachine.record(SystemRecord.IDLE_NANOS) > before);
  }

  private static void power(Scope scope) {
    for (int action : new int[] {0, -1, 3, Integer.MAX_VALUE}) {
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.systemPower(RootMachine.system(), action));
    }
  }

  private static long logEnd() {
    long position = 0;
    int count = Expect.success(SystemCalls.logRead(RootMachine.system(), position));
    while (count > 0) {
      position = RootMachine.record(0) + count;
      count = Expect.success(SystemCalls.logRead(RootMachine.system(), position));
    }
    return position;
  }

  private static void log(Scope scope) {
    byte[] text = "kernel-suite was here\n".getBytes(StandardCharsets.US_ASCII);
    long end = logEnd();
    RawMemory.write(RootMachine.messageBytes(), text, 0, text.length);
    Expect.equal(
        "bytes taken", text.length, SystemCalls.logAppend(RootMachine.system(), text.length));
    Expect.equal("bytes read", text.length, SystemCalls.logRead(RootMachine.system(), end));
    Expect.equal("position", end, RootMachine.record(0));
    byte[] read = new byte[text.length];
    RawMemory.read(RootMachine.messageBytes() + Long.BYTES, read, 0, read.length);
    for (int i = 0; i < read.length; i++) {
      Expect.equal("byte " + i, text[i], read[i]);
    }
  }

  private static void logLengths(Scope scope) {
    int tooLong = MessageInformation.MAXIMUM_BYTES + 1;
    for (int length : new int[] {-1, tooLong, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.logAppend(RootMachine.system(), length));
    }
    Expect.equal("bytes taken", 0, SystemCalls.logAppend(RootMachine.system(), 0));
  }

  private static void logPositions(Scope scope) {
    for (long position : new long[] {-1, Long.MAX_VALUE, Long.MIN_VALUE, logEnd() + 1}) {
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.logRead(RootMachine.system(), position));
    }
  }

  private static void commandLine(Scope scope) {
    for (int offset : new int[] {-1, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      Expect.error(
          Errors.INVALID_ARGUMENT, SystemCalls.commandLineRead(RootMachine.system(), offset));
    }
    Expect.success(SystemCalls.commandLineRead(RootMachine.system(), 0));
  }
}
