package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import org.junit.jupiter.api.Test;

/** How message calls fail, whichever side comes first. */
class MessageErrorsTest {
  private static final int LOW = 50;
  private static final int HIGH = 60;
  private static final long ONE_CAPABILITY = MessageInformation.of(0, 0, 0, 1, 0);
  private static final long ACCEPT_ONE = MessageInformation.of(0, 0, 0, 0, 1);

  private final TestMachine machine = new TestMachine();
  private final Context root = TestMachine.current();
  private final int endpoint = machine.endpoint();
  private final int reply = machine.reply();
  private final long receive = HostMachine.receiveHandle(endpoint, reply);

  @Test
  void callNeedsAReplyObjectOfAWaitingReceiver() {
    Context receiver = receiveAbove(HostMachine.receiveHandle(endpoint, 0), 0);
    assertEquals(Errors.NO_REPLY_OBJECT, machine.message(MessageCalls.CALL, endpoint, 0, -1));
    machine.message(MessageCalls.SEND, endpoint, 0, -1);
    assertSame(receiver, TestMachine.current());
  }

  @Test
  void waitingCallEndsWhenTheReceiverHasNoReplyObject() {
    Context caller = callAbove(0);
    long result =
        machine.message(MessageCalls.RECEIVE, HostMachine.receiveHandle(endpoint, 0), 0, 0);
    assertSame(caller, TestMachine.current());
    assertEquals(Errors.NO_REPLY_OBJECT, HostMachine.result(caller));
    assertEquals(Errors.TIMED_OUT, result);
  }

  @Test
  void capabilityNeedsAReceiverThatAcceptsIt() {
    receiveAbove(receive, 0);
    TestMachine.handleToSend(0, machine.process);
    assertEquals(
        Errors.CAPABILITY_NOT_ACCEPTED,
        machine.message(MessageCalls.SEND, endpoint, ONE_CAPABILITY, -1));
    assertEquals(
        Errors.CAPABILITY_NOT_ACCEPTED,
        machine.message(MessageCalls.CALL, endpoint, ONE_CAPABILITY, -1));
  }

  @Test
  void replyWithACapabilityNeedsACallerThatAcceptsIt() {
    Context caller = callAbove(0);
    assertEquals(0, machine.message(MessageCalls.RECEIVE, receive, 0, -1));
    TestMachine.handleToSend(0, machine.process);
    assertEquals(
        Errors.CAPABILITY_NOT_ACCEPTED,
        machine.message(MessageCalls.REPLY, reply, ONE_CAPABILITY, -1));
    assertEquals(
        Errors.CAPABILITY_NOT_ACCEPTED,
        machine.message(MessageCalls.REPLY_RECEIVE, receive, ONE_CAPABILITY, -1));
    assertEquals(0, machine.message(MessageCalls.REPLY, reply, 0, -1));
    assertSame(caller, TestMachine.current());
  }

  @Test
  void capabilityNeedsRoomInTheReceiversTable() {
    int process = Scene.child(machine, 9, 1, 9);
    int granted =
        machine.good(SystemCallNumbers.CAPABILITY_GRANT, process, endpoint, Rights.ALL, 0);
    Scene.enter(machine, process);
    machine.message(MessageCalls.RECEIVE, HostMachine.receiveHandle(granted, 0), ACCEPT_ONE, -1);
    TestMachine.handleToSend(0, machine.process);
    assertEquals(
        Errors.QUOTA_EXCEEDED, machine.message(MessageCalls.SEND, endpoint, ONE_CAPABILITY, -1));
    assertEquals(0, machine.message(MessageCalls.SEND, endpoint, 0, -1));
  }

  @Test
  void capabilityMayNotGoWithoutARightToGrantIt() {
    receiveAbove(receive, ACCEPT_ONE);
    TestMachine.handleToSend(0, machine.derive(endpoint, Rights.SEND));
    assertEquals(
        Errors.MISSING_RIGHT, machine.message(MessageCalls.SEND, endpoint, ONE_CAPABILITY, -1));
    TestMachine.handleToSend(0, 12345);
    assertEquals(
        Errors.INVALID_HANDLE, machine.message(MessageCalls.SEND, endpoint, ONE_CAPABILITY, -1));
  }

  @Test
  void informationKeepsToTheMaxima() {
    for (long wrong :
        new long[] {
          MessageInformation.of(0, 9, 0, 0, 0),
          MessageInformation.of(0, 0, 1025, 0, 0),
          MessageInformation.of(0, 0, 0, 5, 0),
          MessageInformation.of(0, 0, 0, 0, 5)
        }) {
      for (int call : new int[] {MessageCalls.CALL, MessageCalls.SEND}) {
        assertEquals(Errors.INVALID_ARGUMENT, machine.message(call, endpoint, wrong, 0));
      }
      assertEquals(
          Errors.INVALID_ARGUMENT, machine.message(MessageCalls.RECEIVE, receive, wrong, 0));
      assertEquals(
          Errors.INVALID_ARGUMENT, machine.message(MessageCalls.REPLY_RECEIVE, receive, wrong, 0));
      assertEquals(Errors.INVALID_ARGUMENT, machine.message(MessageCalls.REPLY, reply, wrong, 0));
    }
  }

  @Test
  void replyObjectThatIsInUseIsRefused() {
    callAbove(0);
    assertEquals(0, machine.message(MessageCalls.RECEIVE, receive, 0, -1));
    assertEquals(Errors.WRONG_STATE, machine.message(MessageCalls.RECEIVE, receive, 0, 0));
  }

  @Test
  void everyKindOfWaitingEndsCancelledWhenItsThreadIsSuspended() {
    int notification = machine.notification();
    int empty = machine.endpoint();
    assertCancelled(MessageCalls.SEND, empty);
    assertCancelled(MessageCalls.CALL, empty);
    assertCancelled(MessageCalls.RECEIVE, receive);
    assertCancelled(MessageCalls.REPLY_RECEIVE, receive);
    assertCancelled(MessageCalls.WAIT, notification);
  }

  @Test
  void callerThatGaveUpLeavesNobodyToReplyTo() {
    int caller = startAbove();
    Context calling = TestMachine.current();
    machine.message(MessageCalls.CALL, endpoint, 0, -1);
    assertEquals(0, machine.message(MessageCalls.RECEIVE, receive, 0, -1));
    machine.good(SystemCallNumbers.THREAD_SUSPEND, caller);
    assertEquals(Errors.WRONG_STATE, machine.message(MessageCalls.REPLY, reply, 0, -1));
    machine.good(SystemCallNumbers.THREAD_RESUME, caller);
    assertEquals(Errors.CANCELLED, HostMachine.result(calling));
  }

  @Test
  void destroyedEndpointEndsAllWhoWait() {
    Context first = callAbove(0);
    machine.start(machine.process, HIGH);
    Context second = TestMachine.current();
    machine.message(MessageCalls.SEND, endpoint, 0, -1);
    machine.good(SystemCallNumbers.CAPABILITY_DESTROY, endpoint);
    assertEquals(Errors.PEER_GONE, HostMachine.result(first));
    assertEquals(Errors.PEER_GONE, HostMachine.result(second));
    assertEquals(Errors.INVALID_HANDLE, machine.message(MessageCalls.SEND, endpoint, 0, -1));
  }

  private void assertCancelled(int call, long handle) {
    int waiter = startAbove();
    Context waiting = TestMachine.current();
    machine.message(call, handle, 0, -1);
    assertSame(root, TestMachine.current());
    machine.good(SystemCallNumbers.THREAD_SUSPEND, waiter);
    machine.good(SystemCallNumbers.THREAD_RESUME, waiter);
    assertSame(waiting, TestMachine.current());
    assertEquals(Errors.CANCELLED, HostMachine.result(waiting), "message call " + call);
    machine.call(SystemCallNumbers.THREAD_EXIT);
    assertSame(root, TestMachine.current());
  }

  private int startAbove() {
    machine.setPriority(machine.thread, LOW);
    return machine.start(machine.process, HIGH);
  }

  private Context callAbove(long information) {
    startAbove();
    Context caller = TestMachine.current();
    machine.message(MessageCalls.CALL, endpoint, information, -1);
    assertSame(root, TestMachine.current());
    return caller;
  }

  private Context receiveAbove(long handle, long information) {
    startAbove();
    Context receiver = TestMachine.current();
    machine.message(MessageCalls.RECEIVE, handle, information, -1);
    assertSame(root, TestMachine.current());
    return receiver;
  }
}
