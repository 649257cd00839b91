package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.MessagePage;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.abi.ThreadState;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;

/** Messages with bytes and with capabilities. */
final class TransferCases {
  private static final int TYPE_SHIFT = 8;
  private static final long BADGE = 77;

  private TransferCases() {}

  static void addTo(CaseList cases) {
    for (int count : new int[] {1, 7, 8, 9, 512, 1023, 1024}) {
      cases.add("transfer: " + count + " bytes arrive", scope -> bytes(scope, count));
    }
    cases.add("transfer: bytes that are not sent stay", TransferCases::bytesStay);
    for (int count = 1; count <= MessageInformation.MAXIMUM_CAPABILITIES; count++) {
      int number = count;
      cases.add(
          "transfer: " + count + " capabilities arrive", scope -> capabilities(scope, number));
    }
    cases.add("transfer: a capability keeps rights and badge", TransferCases::rightsAndBadge);
    cases.add("transfer: a capability needs GRANT", TransferCases::needsGrant);
    cases.add("transfer: a forged handle is not sent", TransferCases::forged);
    cases.add("transfer: more than accepted is refused", TransferCases::notAccepted);
    cases.add("transfer: a receiver without quota is safe", TransferCases::receiverQuota);
    cases.add("transfer: a reply carries capabilities too", TransferCases::inReply);
    cases.add("transfer: revoking reaches what was sent", TransferCases::revoked);
  }

  private static byte[] pattern(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31 + 7);
    }
    return bytes;
  }

  private static void bytes(Scope scope, int count) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    long information = MessageInformation.of(0, 0, count, 0, 0);
    Robot robot = MessageCases.caller(scope, endpoint, 0, information);
    robot.putMessageBytes(pattern(count));
    robot.beginMessage(MessageCalls.CALL);
    Expect.equal("status", 0, scope.receive(endpoint, reply, Scope.PATIENCE_NANOS));
    Expect.equal("information", information, scope.message().information());
    expectPattern(ownBytes(count));
    scope.message().prepare(reply, information, 0);
    byte[] answer = pattern(count);
    answer[0] = 99;
    RawMemory.write(RootMachine.messageBytes(), answer, 0, count);
    Expect.equal("status", 0, scope.message().call(MessageCalls.REPLY));
    Expect.equal("status", 0, robot.await());
    byte[] arrived = robot.takeMessageBytes(count);
    Expect.equal("first byte of the reply", 99, arrived[0]);
    arrived[0] = pattern(1)[0];
    expectPattern(arrived);
  }

  private static byte[] ownBytes(int count) {
    byte[] bytes = new byte[count];
    RawMemory.read(RootMachine.messageBytes(), bytes, 0, count);
    return bytes;
  }

  private static void expectPattern(byte[] bytes) {
    byte[] expected = pattern(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      Expect.equal("byte " + i, expected[i], bytes[i]);
    }
  }

  /** The kernel copies in units of 8 bytes and must not go beyond the last one. */
  private static void bytesStay(Scope scope) {
    int endpoint = scope.endpoint();
    Robot robot = MessageCases.caller(scope, endpoint, 0, MessageInformation.of(0, 0, 8, 0, 0));
    robot.putMessageBytes(new byte[64]);
    RawMemory.write(RootMachine.messageBytes(), pattern(64), 0, 64);
    robot.beginMessage(MessageCalls.SEND);
    Expect.equal("status", 0, scope.receive(endpoint, 0, Scope.PATIENCE_NANOS));
    byte[] arrived = ownBytes(64);
    for (int i = 0; i < 64; i++) {
      Expect.equal("byte " + i, i < 8 ? 0 : pattern(64)[i], arrived[i]);
    }
  }

  private static int ownCapability(int index) {
    return (int)
        RawMemory.getLong(
            StartData.messagePage() + MessagePage.CAPABILITIES_OFFSET + Long.BYTES * (long) index);
  }

  /** A robot that makes an endpoint of its own and sends a capability for it. */
  private static Robot sender(Scope scope, int endpoint, int count) {
    Robot robot = MessageCases.caller(scope, endpoint, 0, MessageInformation.of(0, 0, 0, count, 0));
    for (int i = 0; i < count; i++) {
      int made = Expect.success(robot.call(SystemCallNumbers.NOTIFICATION_CREATE));
      robot.putCapability(i, made);
    }
    return robot;
  }

  private static void capabilities(Scope scope, int count) {
    int endpoint = scope.endpoint();
    Robot robot = sender(scope, endpoint, count);
    robot.beginMessage(MessageCalls.SEND);
    Expect.equal("status", 0, scope.receive(endpoint, 0, count, Scope.PATIENCE_NANOS));
    long information = scope.message().information();
    Expect.equal("capabilities", count, MessageInformation.capabilities(information));
    Expect.equal("status", 0, robot.await());
    for (int i = 0; i < count; i++) {
      int handle = scope.keepDerived(ownCapability(i));
      Expect.equal(
          "type and rights",
          ObjectType.NOTIFICATION << TYPE_SHIFT | Rights.ALL,
          SystemCalls.capabilityInspect(handle));
    }
  }

  private static void rightsAndBadge(Scope scope) {
    int endpoint = scope.endpoint();
    Robot robot = MessageCases.caller(scope, endpoint, 0, MessageInformation.of(0, 0, 0, 1, 0));
    int made = Expect.success(robot.call(SystemCallNumbers.NOTIFICATION_CREATE));
    int rights = Rights.SEND | Rights.GRANT;
    int weak = Expect.success(robot.call(SystemCallNumbers.CAPABILITY_DERIVE, made, rights, BADGE));
    robot.putCapability(0, weak);
    robot.beginMessage(MessageCalls.SEND);
    Expect.equal("status", 0, scope.receive(endpoint, 0, 1, Scope.PATIENCE_NANOS));
    Expect.equal("status", 0, robot.await());
    int handle = scope.keepDerived(ownCapability(0));
    Expect.equal(
        "type and rights",
        ObjectType.NOTIFICATION << TYPE_SHIFT | rights,
        SystemCalls.capabilityInspect(handle));
    Expect.success(scope.signal(handle));
    robot.message().prepare(made, 0, 0);
    Expect.equal("status", 0, robot.callMessage(MessageCalls.WAIT));
    Expect.equal("bits", BADGE, robot.message().badge());
  }

  private static void needsGrant(Scope scope) {
    int endpoint = scope.endpoint();
    Robot robot = MessageCases.caller(scope, endpoint, 0, MessageInformation.of(0, 0, 0, 1, 0));
    int made = Expect.success(robot.call(SystemCallNumbers.NOTIFICATION_CREATE));
    int weak =
        Expect.success(
            robot.call(SystemCallNumbers.CAPABILITY_DERIVE, made, Scope.without(Rights.GRANT), 0));
    robot.putCapability(0, weak);
    Expect.error(Errors.MISSING_RIGHT, robot.callMessage(MessageCalls.SEND));
  }

  private static void forged(Scope scope) {
    int endpoint = scope.endpoint();
    Robot robot = MessageCases.caller(scope, endpoint, 0, MessageInformation.of(0, 0, 0, 1, 0));
    for (long handle : new long[] {0, -1, 1, Long.MIN_VALUE, Integer.MAX_VALUE}) {
      robot.putCapability(0, handle);
      Expect.error(Errors.INVALID_HANDLE, robot.callMessage(MessageCalls.SEND));
    }
  }

  private static void notAccepted(Scope scope) {
    int endpoint = scope.endpoint();
    Robot robot = sender(scope, endpoint, 2);
    robot.blockInMessage(MessageCalls.SEND, ThreadState.SENDING);
    Expect.error(Errors.TIMED_OUT, scope.receive(endpoint, 0, 1, 0));
    Expect.error(Errors.CAPABILITY_NOT_ACCEPTED, robot.await());
  }

  private static void receiverQuota(Scope scope) {
    int endpoint = scope.endpoint();
    // The robot's two notifications and the endpoint twice: there is no room for one more.
    RobotProcess process = scope.robots(new RobotProcess.Limits(32, 4, 32), 0);
    Robot receiver = process.addRobot();
    int theirs = process.grant(endpoint, Rights.RECEIVE);
    process.grant(endpoint, Rights.RECEIVE);
    receiver.message().prepare(theirs, MessageInformation.of(0, 0, 0, 0, 4), Scope.FOR_EVER);
    receiver.blockInMessage(MessageCalls.RECEIVE, ThreadState.RECEIVING);
    Robot sender = sender(scope, endpoint, 1);
    Expect.error(Errors.QUOTA_EXCEEDED, sender.callMessage(MessageCalls.SEND));
    Expect.equal("state of the receiver", ThreadState.RECEIVING, receiver.state());
  }

  private static void inReply(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    Robot robot = MessageCases.caller(scope, endpoint, 0, MessageInformation.of(0, 0, 0, 0, 1));
    robot.beginMessage(MessageCalls.CALL);
    Expect.equal("status", 0, scope.receive(endpoint, reply, Scope.PATIENCE_NANOS));
    int memory = scope.memory(1);
    RawMemory.putLong(StartData.messagePage() + MessagePage.CAPABILITIES_OFFSET, memory);
    scope.message().prepare(reply, MessageInformation.of(0, 0, 0, 1, 0), 0);
    Expect.equal("status", 0, scope.message().call(MessageCalls.REPLY));
    Expect.equal("status", 0, robot.await());
    Expect.equal(
        "size",
        SystemCalls.memorySize(memory),
        robot.call(SystemCallNumbers.MEMORY_SIZE, robot.takeCapability(0)));
  }

  private static void revoked(Scope scope) {
    int endpoint = scope.endpoint();
    Robot robot = MessageCases.caller(scope, endpoint, 0, MessageInformation.of(0, 0, 0, 1, 0));
    int made = Expect.success(robot.call(SystemCallNumbers.NOTIFICATION_CREATE));
    robot.putCapability(0, made);
    robot.beginMessage(MessageCalls.SEND);
    Expect.equal("status", 0, scope.receive(endpoint, 0, 1, Scope.PATIENCE_NANOS));
    Expect.equal("status", 0, robot.await());
    int handle = scope.keepDerived(ownCapability(0));
    Expect.success(robot.call(SystemCallNumbers.CAPABILITY_REVOKE, made));
    Expect.error(Errors.INVALID_HANDLE, SystemCalls.capabilityInspect(handle));
  }
}
