package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.Rights;
import edgex.abi.ThreadState;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;

/** Notifications: bits that are ORed, waited for, and bound to threads. */
final class NotificationCases {
  private NotificationCases() {}

  static void addTo(CaseList cases) {
    cases.add("notification: a signal without a badge sets bit 0", NotificationCases::bitZero);
    cases.add("notification: bits are ORed until somebody waits", NotificationCases::bitsOr);
    cases.add("notification: waiting clears the bits", NotificationCases::clears);
    cases.add("notification: all 64 bits work", NotificationCases::allBits);
    cases.add("notification: a signal wakes one waiter", NotificationCases::wakesOne);
    cases.add("notification: its end ends who waits", NotificationCases::gone);
    cases.add("notification: bound, it ends a receive", NotificationCases::bound);
    cases.add("notification: bound, earlier bits end a receive", NotificationCases::boundEarlier);
    cases.add("notification: unbound, a receive goes on", NotificationCases::unbound);
    cases.add("notification: a bound one leaves reply objects free", NotificationCases::replyFree);
  }

  private static void bitZero(Scope scope) {
    int notification = scope.notification();
    Expect.equal("status", 0, scope.signal(notification));
    Expect.equal("status", 0, scope.await(notification, 0));
    Expect.equal("bits", 1, scope.message().badge());
  }

  private static void bitsOr(Scope scope) {
    int notification = scope.notification();
    for (long bits : new long[] {2, 0x30, 0x4000_0000_0000L, 2}) {
      Expect.equal("status", 0, scope.signal(scope.derive(notification, Rights.SEND, bits)));
    }
    Expect.equal("status", 0, scope.await(notification, 0));
    Expect.equal("bits", 0x4000_0000_0032L, scope.message().badge());
  }

  private static void clears(Scope scope) {
    int notification = scope.notification();
    Expect.equal("status", 0, scope.signal(notification));
    Expect.equal("status", 0, scope.await(notification, 0));
    Expect.error(Errors.TIMED_OUT, scope.await(notification, 0));
  }

  private static void allBits(Scope scope) {
    int notification = scope.notification();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      int badged =
          Expect.success(SystemCalls.capabilityDerive(notification, Rights.SEND, 1L << bit));
      Expect.equal("status", 0, scope.signal(badged));
      Expect.success(SystemCalls.capabilityDelete(badged));
      Expect.equal("status", 0, scope.await(notification, 0));
      Expect.equal("bits", 1L << bit, scope.message().badge());
    }
  }

  private static Robot waiting(Scope scope, int notification) {
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    robot.message().prepare(process.grant(notification, Rights.RECEIVE), 0, Scope.FOR_EVER);
    robot.blockInMessage(MessageCalls.WAIT, ThreadState.WAITING);
    return robot;
  }

  private static void wakesOne(Scope scope) {
    int notification = scope.notification();
    Robot one = waiting(scope, notification);
    Robot two = waiting(scope, notification);
    Expect.equal("status", 0, scope.signal(scope.derive(notification, Rights.SEND, 8)));
    Expect.equal("status", 0, one.await());
    Expect.equal("bits", 8, one.message().badge());
    Expect.that("no answer of the other", !two.awaitFor(1_000_000));
    Expect.equal("status", 0, scope.signal(notification));
    Expect.equal("status", 0, two.await());
  }

  private static void gone(Scope scope) {
    int notification = scope.notification();
    Robot one = waiting(scope, notification);
    Robot two = waiting(scope, notification);
    Expect.success(SystemCalls.capabilityDestroy(notification));
    Expect.error(Errors.PEER_GONE, one.await());
    Expect.error(Errors.PEER_GONE, two.await());
  }

  private static Robot boundReceiver(Scope scope, int endpoint, int notification) {
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    // The robot itself waits for what it is to do next, which a bound notification leaves alone.
    Expect.success(SystemCalls.threadBind(robot.thread(), notification));
    robot.message().prepare(process.grant(endpoint, Rights.RECEIVE), 0, Scope.FOR_EVER);
    return robot;
  }

  private static void bound(Scope scope) {
    int notification = scope.notification();
    int endpoint = scope.endpoint();
    Robot robot = boundReceiver(scope, endpoint, notification);
    robot.blockInMessage(MessageCalls.RECEIVE, ThreadState.RECEIVING);
    Expect.equal("status", 0, scope.signal(scope.derive(notification, Rights.SEND, 0x60)));
    Expect.equal("status", MessageCalls.STATUS_NOTIFICATION, robot.await());
    Expect.equal("bits", 0x60, robot.message().badge());
    robot.blockInMessage(MessageCalls.RECEIVE, ThreadState.RECEIVING);
    scope.message().prepare(endpoint, 0, 0);
    Expect.equal("status", 0, scope.message().call(MessageCalls.SEND));
    Expect.equal("status", 0, robot.await());
  }

  private static void boundEarlier(Scope scope) {
    int notification = scope.notification();
    Robot robot = boundReceiver(scope, scope.endpoint(), notification);
    Expect.equal("status", 0, scope.signal(notification));
    Expect.equal(
        "status", MessageCalls.STATUS_NOTIFICATION, robot.callMessage(MessageCalls.RECEIVE));
    Expect.equal("bits", 1, robot.message().badge());
  }

  private static void unbound(Scope scope) {
    int notification = scope.notification();
    Robot robot = boundReceiver(scope, scope.endpoint(), notification);
    robot.blockInMessage(MessageCalls.RECEIVE, ThreadState.RECEIVING);
    Expect.success(SystemCalls.threadBind(robot.thread(), 0));
    Expect.equal("status", 0, scope.signal(notification));
    Expect.equal("state", ThreadState.RECEIVING, robot.state());
    Expect.equal("status", 0, scope.await(notification, 0));
  }

  private static void replyFree(Scope scope) {
    int notification = scope.notification();
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    Expect.success(SystemCalls.threadBind(RootMachine.thread(), notification));
    scope.atEnd(() -> SystemCalls.threadBind(RootMachine.thread(), 0));
    Expect.equal("status", 0, scope.signal(notification));
    Expect.equal("status", MessageCalls.STATUS_NOTIFICATION, scope.receive(endpoint, reply, 0));
    Expect.error(Errors.TIMED_OUT, scope.receive(endpoint, reply, 0));
  }
}
