package edgex.tests.kernel;

import edgex.abi.MessageCalls;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.abi.ThreadState;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.Routine;

/** Priorities in queues, and how callers lend theirs to servers. */
final class PriorityCases {
  private static final int LOW = 10;
  private static final int MIDDLE = 50;
  private static final int HIGH = 90;
  private static final RobotProcess.Limits LARGE = new RobotProcess.Limits(128, 128, 128);

  private PriorityCases() {}

  static void addTo(CaseList cases) {
    cases.add("priority: endpoint queues are in its order", PriorityCases::endpointQueue);
    cases.add("priority: notification queues are in its order", PriorityCases::notificationQueue);
    cases.add("priority: a change moves a waiting thread", PriorityCases::changeMoves);
    cases.add("priority: a caller lends its own to the server", PriorityCases::lending);
    cases.add("priority: lending goes through a chain of servers", PriorityCases::chain);
    cases.add("priority: what was lent goes back with the reply", PriorityCases::givenBack);
    cases.add(
        "priority: what was lent goes back when the caller is gone", PriorityCases::callerGone);
    cases.add(
        "priority: a middle thread does not hold up a high caller", PriorityCases::noInversion);
  }

  private static void endpointQueue(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    RobotProcess process = scope.robots(LARGE, 0);
    int[] priorities = {30, 70, 50, 20, 60, 70};
    for (int i = 0; i < priorities.length; i++) {
      Robot robot = process.addRobot(priorities[i]);
      robot.message().prepare(process.grant(endpoint, Rights.SEND, i + 1), 0, Scope.FOR_EVER);
      robot.blockInMessage(MessageCalls.CALL, ThreadState.SENDING);
    }
    for (int expected : new int[] {2, 6, 5, 3, 1, 4}) {
      Expect.equal("status", 0, scope.receive(endpoint, reply, 0));
      Expect.equal("badge", expected, scope.message().badge());
      Expect.success(scope.reply(reply, 0));
    }
  }

  private static void notificationQueue(Scope scope) {
    int notification = scope.notification();
    RobotProcess process = scope.robots(LARGE, 0);
    int theirs = process.grant(notification, Rights.RECEIVE);
    Robot[] robots = new Robot[3];
    int[] priorities = {30, 70, 50};
    for (int i = 0; i < robots.length; i++) {
      robots[i] = process.addRobot(priorities[i]);
      robots[i].message().prepare(theirs, 0, Scope.FOR_EVER);
      robots[i].blockInMessage(MessageCalls.WAIT, ThreadState.WAITING);
    }
    for (int expected : new int[] {1, 2, 0}) {
      Expect.equal("status", 0, scope.signal(notification));
      Expect.equal("status", 0, robots[expected].await());
    }
  }

  private static void changeMoves(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    RobotProcess process = scope.robots(LARGE, 0);
    Robot[] robots = new Robot[3];
    for (int i = 0; i < robots.length; i++) {
      robots[i] = process.addRobot(MIDDLE);
      robots[i].message().prepare(process.grant(endpoint, Rights.SEND, i + 1), 0, Scope.FOR_EVER);
      robots[i].blockInMessage(MessageCalls.CALL, ThreadState.SENDING);
    }
    Expect.success(SystemCalls.threadSetPriority(robots[0].thread(), LOW));
    Expect.success(SystemCalls.threadSetPriority(robots[2].thread(), HIGH));
    for (int expected : new int[] {3, 2, 1}) {
      Expect.equal("status", 0, scope.receive(endpoint, reply, 0));
      Expect.equal("badge", expected, scope.message().badge());
      Expect.success(scope.reply(reply, 0));
    }
  }

  /** A robot that waits for calls, with a reply object of its own. */
  private static Robot server(RobotProcess process, int endpoint, int priority) {
    Robot robot = process.addRobot(priority);
    int reply = Expect.success(robot.call(SystemCallNumbers.REPLY_CREATE));
    int theirs = process.grant(endpoint, Rights.RECEIVE);
    robot.message().prepare(Scope.handles(theirs, reply), 0, Scope.FOR_EVER);
    robot.blockInMessage(MessageCalls.RECEIVE, ThreadState.RECEIVING);
    return robot;
  }

  private static Robot client(RobotProcess process, int endpoint, int priority) {
    Robot robot = process.addRobot(priority);
    robot.message().prepare(process.grant(endpoint, Rights.SEND), 0, Scope.FOR_EVER);
    return robot;
  }

  private static void lending(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess process = scope.robots(LARGE, 0);
    Robot server = server(process, endpoint, LOW);
    Robot client = client(process, endpoint, HIGH);
    client.blockInMessage(MessageCalls.CALL, ThreadState.AWAITING_REPLY);
    Expect.equal("status", 0, server.await());
    Expect.equal("priority of the server", HIGH, server.effectivePriority());
  }

  private static void chain(Scope scope) {
    int first = scope.endpoint();
    int second = scope.endpoint();
    RobotProcess process = scope.robots(LARGE, 0);
    Robot last = server(process, second, LOW);
    Robot middle = server(process, first, LOW + 1);
    Robot low = client(process, first, LOW + 2);
    low.blockInMessage(MessageCalls.CALL, ThreadState.AWAITING_REPLY);
    Expect.equal("status", 0, middle.await());
    middle.message().prepare(process.grant(second, Rights.SEND), 0, Scope.FOR_EVER);
    middle.blockInMessage(MessageCalls.CALL, ThreadState.AWAITING_REPLY);
    Expect.equal("status", 0, last.await());
    Expect.equal("priority of the last", LOW + 2, last.effectivePriority());
    // A priority that rises while its thread waits is lent on as well.
    Expect.success(SystemCalls.threadSetPriority(low.thread(), HIGH));
    Expect.equal("priority of the middle one", HIGH, middle.effectivePriority());
    Expect.equal("priority of the last", HIGH, last.effectivePriority());
  }

  private static void givenBack(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess process = scope.robots(LARGE, 0);
    Robot server = server(process, endpoint, LOW);
    Robot client = client(process, endpoint, HIGH);
    client.blockInMessage(MessageCalls.CALL, ThreadState.AWAITING_REPLY);
    Expect.equal("status", 0, server.await());
    long reply = server.message().handle() >>> Integer.SIZE;
    server.message().prepare(reply, 0, 0);
    Expect.equal("status", 0, server.callMessage(MessageCalls.REPLY));
    Expect.equal("status", 0, client.await());
    Expect.equal("priority of the server", LOW, server.effectivePriority());
  }

  private static void callerGone(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess process = scope.robots(LARGE, 0);
    Robot server = server(process, endpoint, LOW);
    Robot client = client(process, endpoint, HIGH);
    client.blockInMessage(MessageCalls.CALL, ThreadState.AWAITING_REPLY);
    Expect.equal("status", 0, server.await());
    Expect.success(SystemCalls.capabilityDestroy(client.thread()));
    Expect.equal("priority of the server", LOW, server.effectivePriority());
  }

  /** The server does its work for a high caller although a middle thread would like to run. */
  private static void noInversion(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess process = scope.robots(LARGE, 0);
    Robot server = server(process, endpoint, LOW);
    Robot client = client(process, endpoint, HIGH);
    Robot spinner = process.addRobot(MIDDLE);
    spinner.begin(Routine.SPIN);
    client.beginMessage(MessageCalls.CALL);
    Expect.equal("status of the server's receive", 0, server.await());
    long reply = server.message().handle() >>> Integer.SIZE;
    server.message().prepare(reply, 0, 0);
    server.beginMessage(MessageCalls.REPLY);
    Expect.equal("status of the call", 0, client.await());
    spinner.stopSpinning();
    spinner.await();
    Expect.equal("status of the reply", 0, server.await());
  }
}
