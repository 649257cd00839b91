package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import edgex.abi.CapabilityRecord;
import edgex.abi.Errors;
import edgex.abi.FaultKind;
import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.abi.SystemRecord;
import edgex.abi.ThreadRecord;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.sched.Processor;
import org.junit.jupiter.api.Test;

/** Messages, lending, time-outs, faults, and that everything comes back. */
class MessageTest {
  private final TestMachine machine = new TestMachine();
  private final Context root = TestMachine.current();
  private final int endpoint = machine.endpoint();
  private final int reply = machine.reply();
  private final long receive = HostMachine.receiveHandle(endpoint, reply);

  @Test
  void pollingFindsNobody() {
    assertEquals(Errors.TIMED_OUT, machine.message(MessageCalls.CALL, endpoint, 0, 0));
    assertEquals(Errors.TIMED_OUT, machine.message(MessageCalls.SEND, endpoint, 0, 0));
    assertEquals(Errors.TIMED_OUT, machine.message(MessageCalls.RECEIVE, receive, 0, 0));
    assertEquals(
        Errors.TIMED_OUT, machine.message(MessageCalls.WAIT, machine.notification(), 0, 0));
    assertEquals(Errors.WRONG_STATE, machine.message(MessageCalls.REPLY, reply, 0, 0));
  }

  @Test
  void blockedOperationsTimeOut() {
    machine.message(MessageCalls.RECEIVE, receive, 0, 1_000);
    assertEquals(null, TestMachine.current());
    HostMachine.advance(999);
    assertEquals(null, TestMachine.current());
    HostMachine.advance(1);
    assertSame(root, TestMachine.current());
    assertEquals(Errors.TIMED_OUT, HostMachine.result(root));
    machine.call(SystemCallNumbers.THREAD_SLEEP, 5);
    HostMachine.advance(5);
    assertEquals(0, HostMachine.result(root));
  }

  @Test
  void callerLendsItsPriorityAndGetsItsReply() {
    machine.setPriority(machine.thread, 50);
    int client = machine.start(machine.process, 50);
    machine.message(MessageCalls.RECEIVE, receive, 0, -1);
    Context caller = TestMachine.current();
    machine.setPriority(client, 90);
    HostMachine.words(1, 2, 3);
    machine.message(MessageCalls.CALL, endpoint, TestMachine.words(5, 3), -1);
    assertSame(root, TestMachine.current());
    assertEquals(90, Processor.self().current.effectivePriority);
    assertEquals(3, root.word(2));
    machine.setPriority(client, 120);
    assertEquals(120, Processor.self().current.effectivePriority);
    assertEquals(0, machine.message(MessageCalls.REPLY, reply, 0, -1));
    assertSame(caller, TestMachine.current());
    machine.good(SystemCallNumbers.THREAD_INSPECT, machine.thread);
    assertEquals(50, TestMachine.bytes(ThreadRecord.EFFECTIVE_PRIORITY));
  }

  @Test
  void destroyingTheReplyObjectEndsTheCall() {
    machine.setPriority(machine.thread, 50);
    machine.start(machine.process, 60);
    Context caller = TestMachine.current();
    machine.message(MessageCalls.CALL, endpoint, 0, -1);
    assertSame(root, TestMachine.current());
    assertEquals(0, machine.message(MessageCalls.RECEIVE, receive, 0, -1));
    machine.call(SystemCallNumbers.CAPABILITY_DESTROY, reply);
    assertSame(caller, TestMachine.current());
    assertEquals(Errors.PEER_GONE, HostMachine.result(caller));
  }

  @Test
  void capabilityTravelsWithBadgeAndGrant() {
    int badged = machine.good(SystemCallNumbers.CAPABILITY_DERIVE, endpoint, Rights.ALL, 77);
    int weak = machine.derive(endpoint, Rights.SEND);
    machine.setPriority(machine.thread, 50);
    machine.start(machine.process, 60);
    long one = MessageInformation.of(0, 0, 0, 1, 0);
    TestMachine.handleToSend(0, weak);
    assertEquals(Errors.MISSING_RIGHT, machine.message(MessageCalls.SEND, badged, one, -1));
    TestMachine.handleToSend(0, badged);
    machine.message(MessageCalls.SEND, badged, one, -1);
    assertSame(root, TestMachine.current());
    machine.setPriority(machine.thread, 200);
    long accept = MessageInformation.of(0, 0, 0, 0, 1);
    assertEquals(0, machine.message(MessageCalls.RECEIVE, receive, accept, 0));
    assertEquals(77, HostMachine.badge(root));
    int received = TestMachine.handleReceived(0);
    assertNotEquals(badged, received);
    assertEquals(
        Errors.ALREADY_BADGED,
        machine.call(SystemCallNumbers.CAPABILITY_DERIVE, received, Rights.SEND, 3));
  }

  @Test
  void signalEndsTheReceiveOfTheBoundThread() {
    int notification = machine.notification();
    machine.good(SystemCallNumbers.THREAD_BIND, machine.thread, notification);
    assertEquals(
        Errors.WRONG_STATE,
        machine.call(SystemCallNumbers.THREAD_BIND, machine.thread, notification));
    machine.start(machine.process, 10);
    machine.message(MessageCalls.RECEIVE, receive, 0, -1);
    machine.message(MessageCalls.SIGNAL, notification, 0, -1);
    assertSame(root, TestMachine.current());
    assertEquals(MessageCalls.STATUS_NOTIFICATION, HostMachine.result(root));
    assertEquals(1, HostMachine.badge(root));
  }

  @Test
  void interruptWakesItsDriverOnceUntilAcknowledged() {
    int line = machine.good(SystemCallNumbers.INTERRUPT_CREATE, machine.interrupts, 4);
    assertEquals(
        Errors.WRONG_STATE,
        machine.call(SystemCallNumbers.INTERRUPT_CREATE, machine.interrupts, 4));
    assertEquals(
        Errors.INVALID_ARGUMENT,
        machine.call(SystemCallNumbers.INTERRUPT_CREATE, machine.interrupts, 99));
    int notification = machine.notification();
    machine.good(SystemCallNumbers.INTERRUPT_BIND, line, notification);
    machine.message(MessageCalls.WAIT, notification, 0, -1);
    assertEquals(true, HostMachine.interrupt(4));
    assertSame(root, TestMachine.current());
    assertEquals(false, HostMachine.interrupt(4));
    machine.good(SystemCallNumbers.INTERRUPT_ACKNOWLEDGE, line);
    assertEquals(true, HostMachine.isOpen(4));
    machine.good(SystemCallNumbers.CAPABILITY_DELETE, line);
    assertEquals(false, HostMachine.isOpen(4));
  }

  @Test
  void faultGoesToTheSupervisorAndItsReplyResumesTheThread() {
    int child = machine.child(endpoint);
    machine.setPriority(machine.thread, 50);
    machine.start(child, 60);
    Context faulting = TestMachine.current();
    HostMachine.fault(FaultKind.WRITE, 0x1234, 7);
    Invariants.check();
    assertEquals(0, machine.message(MessageCalls.RECEIVE, receive, 0, -1));
    assertEquals(FaultKind.WRITE, MessageInformation.label(root.messageInformation()));
    assertEquals(0x1234, root.word(1));
    assertEquals(HostMachine.ROOT_CODE, root.word(2));
    assertEquals(7, root.word(3));
    machine.message(MessageCalls.REPLY, reply, 0, -1);
    assertSame(faulting, TestMachine.current());
    machine.call(SystemCallNumbers.PROCESS_EXIT, 42);
    assertEquals(0, machine.message(MessageCalls.RECEIVE, receive, 0, -1));
    assertEquals(FaultKind.EXIT, MessageInformation.label(root.messageInformation()));
    assertEquals(42, root.word(3));
  }

  @Test
  void destroyedProcessTreeGivesEverythingBack() {
    machine.good(SystemCallNumbers.SYSTEM_INSPECT, machine.system);
    long[] before = record();
    int child = machine.child(endpoint);
    machine.setPriority(machine.thread, 50);
    int granted = machine.good(SystemCallNumbers.CAPABILITY_GRANT, child, child, Rights.ALL, 0);
    machine.start(child, 60);
    machine.memoryOf(granted, 3);
    machine.endpoint();
    int nested = machine.good(SystemCallNumbers.PROCESS_CREATE, granted, 9, 4, 4, 60, 0);
    machine.good(SystemCallNumbers.THREAD_CREATE, nested, 5, machine.address(1));
    int memory = machine.memoryOf(granted, 1);
    machine.good(
        SystemCallNumbers.MEMORY_MAP,
        nested,
        memory,
        machine.address(1),
        0,
        TestMachine.PAGE,
        Rights.READ);
    machine.call(SystemCallNumbers.THREAD_SLEEP, -1);
    assertSame(root, TestMachine.current());
    HostMachine.interruptAfter(2);
    machine.good(SystemCallNumbers.CAPABILITY_DESTROY, child);
    HostMachine.interruptAfter(-1);
    machine.good(SystemCallNumbers.CAPABILITY_DELETE, child);
    deleteStaleHandles();
    machine.good(SystemCallNumbers.SYSTEM_INSPECT, machine.system);
    long[] after = record();
    for (int i = SystemRecord.FREE_PAGES; i < SystemRecord.WORD_COUNT; i++) {
      if (i != SystemRecord.UPTIME_NANOS && i != SystemRecord.IDLE_NANOS) {
        assertEquals(before[i], after[i], "word " + i);
      }
    }
  }

  /** The root's handle for the thread that it started in the child. */
  private void deleteStaleHandles() {
    int after = machine.good(SystemCallNumbers.CAPABILITY_LIST_PROCESS, machine.process, 0);
    while (after != 0) {
      int handle = (int) TestMachine.bytes(CapabilityRecord.HANDLE);
      boolean stale = TestMachine.bytes(CapabilityRecord.STALE) == 1;
      after = machine.good(SystemCallNumbers.CAPABILITY_LIST_PROCESS, machine.process, after);
      if (stale) {
        machine.good(SystemCallNumbers.CAPABILITY_DELETE, handle);
      }
    }
  }

  private static long[] record() {
    long[] words = new long[SystemRecord.WORD_COUNT];
    for (int i = 0; i < words.length; i++) {
      words[i] = TestMachine.bytes(i);
    }
    return words;
  }
}
