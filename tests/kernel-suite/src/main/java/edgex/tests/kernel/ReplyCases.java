package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.ThreadState;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;

/** Reply objects: who may answer whom, and how often. */
final class ReplyCases {
  private ReplyCases() {}

  static void addTo(CaseList cases) {
    cases.add("reply: only once for each call", ReplyCases::once);
    cases.add("reply: without a caller it is refused", ReplyCases::nobody);
    cases.add("reply: two callers may be answered in any order", ReplyCases::anyOrder);
    cases.add("reply: an object in use is not taken for a receive", ReplyCases::inUse);
    cases.add("reply: replyReceive answers and receives the next", ReplyCases::replyReceive);
    cases.add("reply: replyReceive without a caller only receives", ReplyCases::onlyReceives);
    cases.add("reply: malformed information is refused, the caller waits", ReplyCases::malformed);
    cases.add("reply: a suspended caller gets CANCELLED", ReplyCases::cancelled);
    cases.add("reply: a caller that is gone is not answered", ReplyCases::callerGone);
  }

  private static Robot calling(Scope scope, int endpoint, long badge) {
    Robot robot = MessageCases.caller(scope, endpoint, badge, 0);
    robot.blockInMessage(MessageCalls.CALL, ThreadState.SENDING);
    return robot;
  }

  private static void once(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    Robot robot = calling(scope, endpoint, 0);
    Expect.equal("status", 0, scope.receive(endpoint, reply, 0));
    Expect.success(scope.reply(reply, 3));
    Expect.error(Errors.WRONG_STATE, scope.reply(reply, 4));
    Expect.equal("status", 0, robot.await());
    Expect.equal("label", 3, MessageInformation.label(robot.message().information()));
  }

  private static void nobody(Scope scope) {
    Expect.error(Errors.WRONG_STATE, scope.reply(scope.reply(), 0));
  }

  private static void anyOrder(Scope scope) {
    int endpoint = scope.endpoint();
    int first = scope.reply();
    int second = scope.reply();
    Robot one = calling(scope, endpoint, 1);
    Robot two = calling(scope, endpoint, 2);
    Expect.equal("status", 0, scope.receive(endpoint, first, 0));
    Expect.equal("status", 0, scope.receive(endpoint, second, 0));
    Expect.success(scope.reply(second, 22));
    Expect.equal("status", 0, two.await());
    Expect.equal("state of the other", ThreadState.AWAITING_REPLY, one.state());
    Expect.success(scope.reply(first, 11));
    Expect.equal("status", 0, one.await());
    Expect.equal("label", 11, MessageInformation.label(one.message().information()));
    Expect.equal("label", 22, MessageInformation.label(two.message().information()));
  }

  private static void inUse(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    calling(scope, endpoint, 0);
    Expect.equal("status", 0, scope.receive(endpoint, reply, 0));
    Expect.error(Errors.WRONG_STATE, scope.receive(endpoint, reply, 0));
  }

  private static int replyReceive(Scope scope, int endpoint, int reply, int label) {
    scope
        .message()
        .prepare(Scope.handles(endpoint, reply), MessageInformation.of(label, 0, 0, 0, 0), 0);
    return scope.message().call(MessageCalls.REPLY_RECEIVE);
  }

  private static void replyReceive(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    Robot one = calling(scope, endpoint, 1);
    Robot two = calling(scope, endpoint, 2);
    Expect.equal("status", 0, scope.receive(endpoint, reply, 0));
    Expect.equal("status", 0, replyReceive(scope, endpoint, reply, 5));
    Expect.equal("badge of the next", 2, scope.message().badge());
    Expect.equal("status", 0, one.await());
    Expect.equal("label", 5, MessageInformation.label(one.message().information()));
    Expect.error(Errors.TIMED_OUT, replyReceive(scope, endpoint, reply, 6));
    Expect.equal("status", 0, two.await());
    Expect.equal("label", 6, MessageInformation.label(two.message().information()));
  }

  private static void onlyReceives(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    calling(scope, endpoint, 9);
    Expect.equal("status", 0, replyReceive(scope, endpoint, reply, 5));
    Expect.equal("badge", 9, scope.message().badge());
  }

  private static void malformed(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    Robot robot = calling(scope, endpoint, 0);
    Expect.equal("status", 0, scope.receive(endpoint, reply, 0));
    scope.message().prepare(reply, MessageInformation.of(0, 9, 0, 0, 0), 0);
    Expect.error(Errors.INVALID_ARGUMENT, scope.message().call(MessageCalls.REPLY));
    Expect.equal("state", ThreadState.AWAITING_REPLY, robot.state());
    Expect.success(scope.reply(reply, 0));
    Expect.equal("status", 0, robot.await());
  }

  private static void cancelled(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    Robot robot = calling(scope, endpoint, 0);
    Expect.equal("status", 0, scope.receive(endpoint, reply, 0));
    Expect.success(SystemCalls.threadSuspend(robot.thread()));
    Expect.error(Errors.WRONG_STATE, scope.reply(reply, 0));
    Expect.success(SystemCalls.threadResume(robot.thread()));
    Expect.error(Errors.CANCELLED, robot.await());
  }

  private static void callerGone(Scope scope) {
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    Robot robot = calling(scope, endpoint, 0);
    Expect.equal("status", 0, scope.receive(endpoint, reply, 0));
    Expect.success(SystemCalls.capabilityDestroy(robot.thread()));
    Expect.error(Errors.WRONG_STATE, scope.reply(reply, 0));
    Expect.error(Errors.TIMED_OUT, scope.receive(endpoint, reply, 0));
  }
}
