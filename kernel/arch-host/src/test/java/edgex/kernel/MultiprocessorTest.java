package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.abi.ThreadRecord;
import edgex.abi.ThreadState;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What threads on several CPUs do to each other. */
class MultiprocessorTest {
  private static final int CPUS = 4;
  private static final int PRIORITY = 60;

  private final TestMachine machine = boot();

  private static TestMachine boot() {
    HostMachine.setCpus(CPUS);
    return new TestMachine();
  }

  @AfterEach
  void useOneCpuAgain() {
    HostMachine.setCpus(1);
  }

  @Test
  void otherCpusIdleAfterBoot() {
    assertEquals(CPUS, Processor.all.length);
    for (int cpu = 1; cpu < CPUS; cpu++) {
      assertNull(HostMachine.current(cpu));
      assertNull(HostMachine.activeSpace(cpu));
    }
  }

  @Test
  void movedThreadRunsOnItsCpuAtOnce() {
    int thread = startOn(2, machine.process);
    assertEquals(ThreadState.RUNNING, inspect(thread, ThreadRecord.STATE));
    assertEquals(2, inspect(thread, ThreadRecord.CPU));
    assertTrue(HostMachine.current(2) != null);
  }

  @Test
  void newThreadIsOnTheCpuOfItsMaker() {
    startOn(3, machine.process);
    HostMachine.select(3);
    int made = machine.good(SystemCallNumbers.THREAD_CREATE, machine.process, 1, page());
    assertEquals(3, inspect(made, ThreadRecord.CPU));
  }

  @Test
  void threadMovesItself() {
    Context root = TestMachine.current();
    assertEquals(
        Errors.NONE, machine.call(SystemCallNumbers.THREAD_SET_AFFINITY, machine.thread, 1));
    assertNull(HostMachine.current(0));
    assertSame(root, HostMachine.current(1));
    assertEquals(Errors.NONE, HostMachine.result(root));
  }

  @Test
  void cpuThatIsNotThereIsRefused() {
    for (long cpu : new long[] {CPUS, -1, Integer.MAX_VALUE}) {
      assertEquals(
          Errors.INVALID_ARGUMENT,
          machine.call(SystemCallNumbers.THREAD_SET_AFFINITY, machine.thread, cpu));
    }
  }

  @Test
  void messagesCrossCpus() {
    int endpoint = machine.endpoint();
    long receive = HostMachine.receiveHandle(endpoint, machine.reply());
    startOn(1, machine.process);
    HostMachine.select(1);
    final Context server = TestMachine.current();
    machine.message(MessageCalls.RECEIVE, receive, 0, -1);
    assertNull(HostMachine.current(1));
    HostMachine.select(0);
    final Context client = TestMachine.current();
    HostMachine.words(7, 8);
    machine.message(MessageCalls.CALL, endpoint, TestMachine.words(3, 2), -1);
    assertNull(HostMachine.current(0));
    assertSame(server, HostMachine.current(1));
    assertEquals(8, server.word(1));
    HostMachine.select(1);
    HostMachine.words(9);
    machine.message(MessageCalls.REPLY_RECEIVE, receive, TestMachine.words(0, 1), -1);
    assertSame(client, HostMachine.current(0));
    assertEquals(9, client.word(0));
    assertNull(HostMachine.current(1));
  }

  @Test
  void timeOutsRingOnTheCpuOfTheThread() {
    int thread = startOn(1, machine.process);
    HostMachine.select(1);
    machine.call(SystemCallNumbers.THREAD_SLEEP, 5_000);
    HostMachine.select(0);
    assertEquals(5_000, HostMachine.alarmNanos(1));
    machine.good(SystemCallNumbers.THREAD_SET_AFFINITY, thread, 2);
    assertEquals(5_000, HostMachine.alarmNanos(2));
    HostMachine.advance(5_000);
    Invariants.check();
    assertEquals(ThreadState.RUNNING, inspect(thread, ThreadRecord.STATE));
    assertTrue(HostMachine.current(2) != null);
  }

  @Test
  void equalsOnAnotherCpuGetTheirTurns() {
    startOn(1, machine.process);
    Context first = HostMachine.current(1);
    startOn(1, machine.process);
    HostMachine.advance(KernelThread.SLICE_NANOS);
    Invariants.check();
    assertFalse(first == HostMachine.current(1));
  }

  @Test
  void suspendedThreadHasLeftItsCpuAndGoesOnThere() {
    int thread = startOn(1, machine.process);
    final Context context = HostMachine.current(1);
    machine.good(SystemCallNumbers.THREAD_SUSPEND, thread);
    assertNull(HostMachine.current(1));
    machine.good(SystemCallNumbers.THREAD_RESUME, thread);
    assertSame(context, HostMachine.current(1));
  }

  @Test
  void callOfTakenThreadIsMadeLater() {
    int thread = startOn(1, machine.process);
    final Context context = HostMachine.current(1);
    int notification = machine.notification();
    HostMachine.select(1);
    long before = context.instructionPointer();
    HostMachine.beginCall(SystemCallNumbers.THREAD_YIELD);
    HostMachine.select(0);
    machine.good(SystemCallNumbers.THREAD_SUSPEND, thread);
    HostMachine.select(1);
    HostMachine.finishCall();
    Invariants.check();
    assertNull(HostMachine.current(1));
    assertEquals(before, context.instructionPointer());
    HostMachine.select(0);
    machine.good(SystemCallNumbers.THREAD_RESUME, thread);
    assertSame(context, HostMachine.current(1));
    assertEquals(0, machine.message(MessageCalls.SIGNAL, notification, 0, 0));
  }

  @Test
  void processWithThreadsOnAllCpusIsDestroyed() {
    int process = machine.child(0);
    for (int cpu = 0; cpu < CPUS; cpu++) {
      startOn(cpu, process);
    }
    machine.good(SystemCallNumbers.CAPABILITY_DESTROY, process);
    for (int cpu = 1; cpu < CPUS; cpu++) {
      assertNull(HostMachine.current(cpu));
    }
  }

  @Test
  void exitEndsTheThreadsOfOtherCpus() {
    int process = machine.child(machine.endpoint());
    startOn(1, process);
    startOn(2, process);
    HostMachine.select(2);
    machine.call(SystemCallNumbers.PROCESS_EXIT, 0);
    assertNull(HostMachine.current(1));
    assertNull(HostMachine.current(2));
  }

  @Test
  void priorityIsLentAcrossCpus() {
    int endpoint = machine.endpoint();
    int server = startOn(1, machine.process);
    HostMachine.select(1);
    machine.message(
        MessageCalls.RECEIVE, HostMachine.receiveHandle(endpoint, machine.reply()), 0, -1);
    HostMachine.select(0);
    int watcher = startOn(3, machine.process);
    machine.message(MessageCalls.CALL, endpoint, 0, -1);
    HostMachine.select(3);
    assertEquals(255, inspect(server, ThreadRecord.EFFECTIVE_PRIORITY));
    assertEquals(PRIORITY, inspect(watcher, ThreadRecord.EFFECTIVE_PRIORITY));
  }

  @Test
  void pagesAreTakenFromSpacesThatOtherCpusUse() {
    int process = machine.child(0);
    startOn(1, process);
    int memory = machine.memory(20);
    long address = page();
    machine.good(
        SystemCallNumbers.MEMORY_MAP,
        process,
        memory,
        address,
        0,
        20 * TestMachine.PAGE,
        Rights.READ | Rights.WRITE);
    machine.good(SystemCallNumbers.MEMORY_PROTECT, process, address, Rights.READ);
    machine.good(SystemCallNumbers.MEMORY_UNMAP, process, address, 20 * TestMachine.PAGE);
  }

  private long page() {
    return machine.address(32);
  }

  /** A thread that runs on a CPU, or on this one's run queue. */
  private int startOn(int cpu, int process) {
    int thread = machine.good(SystemCallNumbers.THREAD_CREATE, process, PRIORITY, page());
    machine.good(SystemCallNumbers.THREAD_SET_AFFINITY, thread, cpu);
    machine.good(SystemCallNumbers.THREAD_START, thread, HostMachine.ROOT_CODE, 0, 0, 0);
    return thread;
  }

  private long inspect(int thread, int word) {
    machine.good(SystemCallNumbers.THREAD_INSPECT, thread);
    return TestMachine.bytes(word);
  }
}
