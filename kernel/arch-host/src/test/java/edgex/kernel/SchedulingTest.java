package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.SystemCallNumbers;
import edgex.abi.SystemRecord;
import edgex.abi.ThreadRecord;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.sched.KernelThread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who runs when: turns among equals, lending along a chain, time-outs in their order. */
class SchedulingTest {
  private static final int COMMON = 60;
  private static final int LINE = 4;

  private final TestMachine machine = new TestMachine();
  private final Context root = TestMachine.current();

  @Test
  void equalsTakeTurnsInOrder() {
    machine.setPriority(machine.thread, COMMON);
    for (int i = 0; i < 3; i++) {
      machine.start(machine.process, COMMON);
    }
    List<Context> turns = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      turns.add(TestMachine.current());
      nextSlice();
    }
    assertEquals(4, turns.stream().distinct().count());
    for (int i = 0; i < 8; i++) {
      assertSame(turns.get(i % 4), TestMachine.current(), "turn " + i);
      nextSlice();
    }
    machine.call(SystemCallNumbers.THREAD_YIELD);
    assertSame(turns.get(1), TestMachine.current());
  }

  @Test
  void preemptedThreadGoesOnWithTheRestOfItsSlice() {
    machine.setPriority(machine.thread, COMMON);
    machine.start(machine.process, COMMON);
    int higher = machine.start(machine.process, COMMON + 1);
    assertEquals(false, TestMachine.current() == root);
    machine.call(SystemCallNumbers.THREAD_SLEEP, 1000);
    assertSame(root, TestMachine.current());
    HostMachine.advance(1000);
    machine.good(SystemCallNumbers.THREAD_SUSPEND, higher);
    assertSame(root, TestMachine.current());
    HostMachine.advance(KernelThread.SLICE_NANOS - 1001);
    assertSame(root, TestMachine.current());
    HostMachine.advance(1);
    assertEquals(false, TestMachine.current() == root);
  }

  @Test
  void aThreadAloneKeepsTheCpu() {
    machine.start(machine.process, COMMON);
    HostMachine.advance(10 * KernelThread.SLICE_NANOS);
    assertSame(root, TestMachine.current());
  }

  @Test
  void onlyInterruptsOfAnIdleCpuAreWakeups() {
    int notification = machine.notification();
    int line = machine.good(SystemCallNumbers.INTERRUPT_CREATE, machine.interrupts, LINE);
    machine.good(SystemCallNumbers.INTERRUPT_BIND, line, notification);
    machine.call(SystemCallNumbers.THREAD_SLEEP, 1_000);
    HostMachine.advance(1_000);
    assertEquals(1, idleWakeups());
    machine.message(MessageCalls.WAIT, notification, 0, -1);
    HostMachine.interrupt(LINE);
    assertSame(root, TestMachine.current());
    assertEquals(2, idleWakeups());
    machine.good(SystemCallNumbers.INTERRUPT_ACKNOWLEDGE, line);
    HostMachine.interrupt(LINE);
    machine.start(machine.process, 255);
    machine.call(SystemCallNumbers.THREAD_SLEEP, 500);
    HostMachine.advance(500);
    machine.call(SystemCallNumbers.THREAD_SLEEP, -1);
    assertEquals(2, idleWakeups());
  }

  private long idleWakeups() {
    machine.good(SystemCallNumbers.SYSTEM_INSPECT, machine.system);
    return TestMachine.bytes(SystemRecord.IDLE_WAKEUPS);
  }

  @Test
  void priorityIsLentAlongAChainOfTwoServersAndGoesBack() {
    int front = machine.endpoint();
    int back = machine.endpoint();
    long frontReceive = HostMachine.receiveHandle(front, machine.reply());
    long backReceive = HostMachine.receiveHandle(back, machine.reply());
    machine.setPriority(machine.thread, 255);
    int backServer = machine.start(machine.process, 10);
    int frontServer = machine.start(machine.process, 20);
    int client = machine.start(machine.process, 90);
    machine.call(SystemCallNumbers.THREAD_SLEEP, 1_000);
    Context clientContext = TestMachine.current();
    machine.message(MessageCalls.CALL, front, 0, -1);
    machine.message(MessageCalls.RECEIVE, frontReceive, 0, -1);
    machine.message(MessageCalls.CALL, back, 0, -1);
    machine.message(MessageCalls.RECEIVE, backReceive, 0, -1);
    Context backContext = TestMachine.current();
    HostMachine.advance(1_000);
    assertSame(root, TestMachine.current());
    assertEquals(90, effectivePriority(frontServer));
    assertEquals(90, effectivePriority(backServer));
    machine.setPriority(client, 120);
    assertEquals(120, effectivePriority(backServer));
    machine.setPriority(client, 15);
    assertEquals(20, effectivePriority(frontServer));
    assertEquals(20, effectivePriority(backServer));
    machine.setPriority(client, 90);
    machine.good(SystemCallNumbers.THREAD_SUSPEND, client);
    assertEquals(20, effectivePriority(frontServer));
    assertEquals(20, effectivePriority(backServer));
    machine.good(SystemCallNumbers.THREAD_RESUME, client);
    assertEquals(Errors.CANCELLED, HostMachine.result(clientContext));
    machine.good(SystemCallNumbers.THREAD_SUSPEND, client);
    machine.call(SystemCallNumbers.THREAD_SLEEP, -1);
    assertSame(backContext, TestMachine.current());
  }

  @Test
  void timeOutsEndInTheOrderOfTheirDeadlines() {
    long[] delays = {700, 100, 900, 400, 100, 800, 300};
    machine.setPriority(machine.thread, COMMON);
    int notification = machine.notification();
    List<Context> sleepers = new ArrayList<>();
    for (long delay : delays) {
      machine.start(machine.process, COMMON + 1);
      sleepers.add(TestMachine.current());
      machine.message(MessageCalls.WAIT, notification, 0, delay);
      assertSame(root, TestMachine.current());
    }
    List<Integer> woken = new ArrayList<>();
    for (long now = 100; now <= 900; now += 100) {
      HostMachine.advance(100);
      Invariants.check();
      while (TestMachine.current() != root) {
        Context current = TestMachine.current();
        assertEquals(Errors.TIMED_OUT, HostMachine.result(current));
        int index = sleepers.indexOf(current);
        assertEquals(now, delays[index]);
        woken.add(index);
        machine.call(SystemCallNumbers.THREAD_SLEEP, -1);
      }
    }
    assertEquals(delays.length, woken.size());
    assertEquals(List.of(6, 3, 0, 5, 2), woken.subList(2, woken.size()));
  }

  @Test
  void receiversAreServedByPriorityThenInOrder() {
    int endpoint = machine.endpoint();
    machine.setPriority(machine.thread, COMMON);
    int[] priorities = {70, 80, 70, 90, 80};
    List<Context> waiting = new ArrayList<>();
    for (int priority : priorities) {
      machine.start(machine.process, priority);
      waiting.add(TestMachine.current());
      machine.message(MessageCalls.RECEIVE, HostMachine.receiveHandle(endpoint, 0), 0, -1);
    }
    for (int expected : new int[] {3, 1, 4, 0, 2}) {
      machine.message(MessageCalls.SEND, endpoint, 0, 0);
      assertSame(waiting.get(expected), TestMachine.current());
      machine.call(SystemCallNumbers.THREAD_SLEEP, -1);
    }
  }

  private int effectivePriority(int thread) {
    machine.good(SystemCallNumbers.THREAD_INSPECT, thread);
    return (int) TestMachine.bytes(ThreadRecord.EFFECTIVE_PRIORITY);
  }

  private static void nextSlice() {
    HostMachine.advance(KernelThread.SLICE_NANOS);
    Invariants.check();
  }
}
