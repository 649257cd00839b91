package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.Rights;
import edgex.abi.ThreadState;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.MessageBlock;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;

/** Messages: words, badges, time-outs, and everything that may go wrong on the way. */
final class MessageCases {
  private static final int LABEL = 0x5a5a;
  private static final long BADGE = 0x1234_5678_9abcL;

  private MessageCases() {}

  static void addTo(CaseList cases) {
    for (int words = 0; words <= MessageInformation.MAXIMUM_WORDS; words++) {
      int count = words;
      cases.add(
          "message: a call and its reply carry " + words + " words",
          scope -> roundTrip(scope, count));
    }
    cases.add("message: words that are not sent do not arrive", MessageCases::unsentWords);
    cases.add("message: the receiver may come first", MessageCases::receiverFirst);
    cases.add("message: send needs no reply", MessageCases::send);
    cases.add("message: the badge tells callers apart", MessageCases::badges);
    cases.add("message: time-outs of callers end them", MessageCases::callTimesOut);
    cases.add("message: a caller can give up on its reply", MessageCases::replyTimesOut);
    cases.add("message: time-outs of receivers end them", MessageCases::receiveTimesOut);
    cases.add("message: a time-out of 0 does not wait", MessageCases::zeroTimeout);
    cases.add("message: malformed information is refused", MessageCases::malformed);
    cases.add("message: a call needs a reply object", MessageCases::noReplyObject);
    cases.add("message: an endpoint's end ends who waits", MessageCases::endpointGone);
    cases.add("message: a deleted reply object ends its caller", MessageCases::replyDeleted);
    cases.add("message: senders come in the order of their calls", MessageCases::inOrder);
  }

  /** A robot that calls an endpoint of the suite. */
  static Robot caller(Scope scope, int endpoint, long badge, long information) {
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    int theirs = process.grant(endpoint, Rights.SEND | Rights.GRANT, badge);
    robot.message().prepare(theirs, information, Scope.FOR_EVER);
    return robot;
  }

  private static void roundTrip(Scope scope, int words) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    long information = MessageInformation.of(LABEL, words, 0, 0, 0);
    Robot robot = caller(scope, endpoint, BADGE, information);
    for (int i = 0; i < words; i++) {
      robot.message().word(i, 1000 + i);
    }
    robot.beginMessage(MessageCalls.CALL);
    Expect.equal("status", 0, scope.receive(endpoint, reply, Scope.PATIENCE_NANOS));
    Expect.equal("badge", BADGE, scope.message().badge());
    Expect.equal("information", information, scope.message().information());
    for (int i = 0; i < words; i++) {
      Expect.equal("word " + i, 1000 + i, scope.message().word(i));
      scope.message().word(i, 2000 + i);
    }
    long answer = MessageInformation.of(-LABEL, words, 0, 0, 0);
    scope.message().prepare(reply, answer, 0);
    Expect.equal("status", 0, scope.message().call(MessageCalls.REPLY));
    Expect.equal("status", 0, robot.await());
    Expect.equal("information", answer, robot.message().information());
    for (int i = 0; i < words; i++) {
      Expect.equal("word " + i, 2000 + i, robot.message().word(i));
    }
  }

  /** The receiver's registers keep what they had where nothing was sent. */
  private static void unsentWords(Scope scope) {
    int endpoint = scope.endpoint();
    Robot robot = caller(scope, endpoint, 0, MessageInformation.of(0, 1, 0, 0, 0));
    for (int i = 0; i < MessageInformation.MAXIMUM_WORDS; i++) {
      robot.message().word(i, 0x5ec0_0000L + i);
      scope.message().word(i, i);
    }
    robot.beginMessage(MessageCalls.CALL);
    Expect.equal("status", 0, scope.receive(endpoint, scope.reply(), Scope.PATIENCE_NANOS));
    Expect.equal("word 0", 0x5ec0_0000L, scope.message().word(0));
    for (int i = 1; i < MessageInformation.MAXIMUM_WORDS; i++) {
      Expect.that("none of the sender's words", scope.message().word(i) != 0x5ec0_0000L + i);
    }
  }

  private static void receiverFirst(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess process = scope.robots();
    Robot receiver = process.addRobot();
    receiver.message().prepare(process.grant(endpoint, Rights.RECEIVE), 0, Scope.FOR_EVER);
    receiver.blockInMessage(MessageCalls.RECEIVE, ThreadState.RECEIVING);
    MessageBlock message = scope.message();
    message.prepare(endpoint, MessageInformation.of(LABEL, 1, 0, 0, 0), 0).word(0, 99);
    Expect.equal("status", 0, message.call(MessageCalls.SEND));
    Expect.equal("status", 0, receiver.await());
    Expect.equal("word", 99, receiver.message().word(0));
    Expect.equal("label", LABEL, MessageInformation.label(receiver.message().information()));
  }

  private static void send(Scope scope) {
    int endpoint = scope.endpoint();
    Robot robot = caller(scope, endpoint, BADGE, MessageInformation.of(LABEL, 1, 0, 0, 0));
    robot.message().word(0, 7);
    robot.blockInMessage(MessageCalls.SEND, ThreadState.SENDING);
    Expect.equal("status", 0, scope.receive(endpoint, 0, 0));
    Expect.equal("word", 7, scope.message().word(0));
    Expect.equal("badge", BADGE, scope.message().badge());
    Expect.equal("status", 0, robot.await());
  }

  private static void badges(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    for (long badge = 1; badge <= 4; badge++) {
      caller(scope, endpoint, badge, 0).blockInMessage(MessageCalls.SEND, ThreadState.SENDING);
    }
    for (long badge = 1; badge <= 4; badge++) {
      Expect.equal("status", 0, scope.receive(endpoint, reply, 0));
      Expect.equal("badge", badge, scope.message().badge());
    }
  }

  private static void callTimesOut(Scope scope) {
    int endpoint = scope.endpoint();
    scope.message().prepare(endpoint, 0, 1_000_000);
    Expect.error(Errors.TIMED_OUT, scope.message().call(MessageCalls.CALL));
    scope.message().prepare(endpoint, 0, 1_000_000);
    Expect.error(Errors.TIMED_OUT, scope.message().call(MessageCalls.SEND));
    Expect.error(Errors.TIMED_OUT, scope.receive(endpoint, 0, 0));
  }

  private static void replyTimesOut(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    Robot robot = caller(scope, endpoint, 0, 0);
    robot.message().prepare(robot.message().handle(), 0, 5_000_000);
    robot.beginMessage(MessageCalls.CALL);
    Expect.equal("status", 0, scope.receive(endpoint, reply, Scope.PATIENCE_NANOS));
    Expect.error(Errors.TIMED_OUT, robot.await());
    Expect.error(Errors.WRONG_STATE, scope.reply(reply, 0));
  }

  private static void receiveTimesOut(Scope scope) {
    int endpoint = scope.endpoint();
    Expect.error(Errors.TIMED_OUT, scope.receive(endpoint, scope.reply(), 1_000_000));
    Expect.error(Errors.TIMED_OUT, scope.await(scope.notification(), 1_000_000));
  }

  private static void zeroTimeout(Scope scope) {
    int endpoint = scope.endpoint();
    int[] calls = {MessageCalls.CALL, MessageCalls.SEND, MessageCalls.RECEIVE};
    for (int call : calls) {
      scope.message().prepare(endpoint, 0, 0);
      Expect.error(Errors.TIMED_OUT, scope.message().call(call));
    }
  }

  private static void malformed(Scope scope) {
    int endpoint = scope.endpoint();
    long[] informations = {
      MessageInformation.of(0, 9, 0, 0, 0),
      MessageInformation.of(0, 15, 0, 0, 0),
      MessageInformation.of(0, 0, 1025, 0, 0),
      MessageInformation.of(0, 0, 2047, 0, 0),
      MessageInformation.of(0, 0, 0, 5, 0),
      MessageInformation.of(0, 0, 0, 7, 0),
      MessageInformation.of(0, 0, 0, 0, 5),
      -1
    };
    int[] calls = {MessageCalls.CALL, MessageCalls.SEND, MessageCalls.RECEIVE};
    for (long information : informations) {
      for (int call : calls) {
        scope.message().prepare(endpoint, information, 0);
        Expect.error(Errors.INVALID_ARGUMENT, scope.message().call(call));
      }
      scope.message().prepare(Scope.handles(endpoint, scope.reply()), information, 0);
      Expect.error(Errors.INVALID_ARGUMENT, scope.message().call(MessageCalls.REPLY_RECEIVE));
    }
  }

  private static void noReplyObject(Scope scope) {
    int endpoint = scope.endpoint();
    Robot robot = caller(scope, endpoint, 0, 0);
    robot.blockInMessage(MessageCalls.CALL, ThreadState.SENDING);
    Expect.error(Errors.TIMED_OUT, scope.receive(endpoint, 0, 0));
    Expect.error(Errors.NO_REPLY_OBJECT, robot.await());
  }

  private static void endpointGone(Scope scope) {
    int endpoint = scope.endpoint();
    Robot sender = caller(scope, endpoint, 1, 0);
    Robot caller = caller(scope, endpoint, 2, 0);
    sender.blockInMessage(MessageCalls.SEND, ThreadState.SENDING);
    caller.blockInMessage(MessageCalls.CALL, ThreadState.SENDING);
    Expect.success(SystemCalls.capabilityDestroy(endpoint));
    Expect.error(Errors.PEER_GONE, sender.await());
    Expect.error(Errors.PEER_GONE, caller.await());
    int other = scope.endpoint();
    RobotProcess process = scope.robots();
    Robot receiver = process.addRobot();
    receiver.message().prepare(process.grant(other, Rights.RECEIVE), 0, Scope.FOR_EVER);
    receiver.blockInMessage(MessageCalls.RECEIVE, ThreadState.RECEIVING);
    Expect.success(SystemCalls.capabilityDestroy(other));
    Expect.error(Errors.PEER_GONE, receiver.await());
  }

  private static void replyDeleted(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    Robot robot = caller(scope, endpoint, 0, 0);
    robot.beginMessage(MessageCalls.CALL);
    Expect.equal("status", 0, scope.receive(endpoint, reply, Scope.PATIENCE_NANOS));
    Expect.success(SystemCalls.capabilityDelete(reply));
    Expect.error(Errors.PEER_GONE, robot.await());
  }

  private static void inOrder(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    Robot[] robots = new Robot[4];
    for (int i = 0; i < robots.length; i++) {
      robots[i] = caller(scope, endpoint, i + 1, 0);
      robots[i].blockInMessage(MessageCalls.CALL, ThreadState.SENDING);
    }
    for (int i = 0; i < robots.length; i++) {
      Expect.equal("status", 0, scope.receive(endpoint, reply, 0));
      Expect.equal("badge", i + 1, scope.message().badge());
      Expect.success(scope.reply(reply, i));
      Expect.equal("status", 0, robots[i].await());
      Expect.equal("label", i, MessageInformation.label(robots[i].message().information()));
    }
  }
}
