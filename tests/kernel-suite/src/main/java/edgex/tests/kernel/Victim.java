package edgex.tests.kernel;

import edgex.abi.MessageInformation;
import edgex.abi.Rights;
import edgex.abi.ThreadState;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;

/** A robot that is expected to fault, and the endpoint where its faults arrive. */
final class Victim {
  private static final long BADGE = 0xfa17;
  private static final int THREAD_WORD = 0;
  private static final int ADDRESS_WORD = 1;
  private static final int INSTRUCTION_WORD = 2;
  private static final int CODE_WORD = 3;
  private static final int FAULT_WORDS = 4;

  private final Scope scope;
  private final int endpoint;
  private final int reply;
  private final RobotProcess process;
  private final Robot robot;

  private Victim(Scope scope) {
    this.scope = scope;
    endpoint = scope.endpoint();
    reply = scope.reply();
    process = scope.robots(scope.derive(endpoint, Rights.ALL, BADGE));
    robot = process.addRobot();
  }

  /** A robot in a process of its own. */
  static Victim create(Scope scope) {
    return new Victim(scope);
  }

  /** The process. */
  RobotProcess process() {
    return process;
  }

  /** Its robot. */
  Robot robot() {
    return robot;
  }

  /** The endpoint of its faults. */
  int endpoint() {
    return endpoint;
  }

  /** Waits for a fault of this kind; gives the reply object that holds the robot. */
  int expectFault(int kind) {
    Expect.equal("status", 0, scope.receive(endpoint, reply, Scope.PATIENCE_NANOS));
    long information = scope.message().information();
    Expect.equal("fault", kind, MessageInformation.label(information));
    Expect.equal("words", FAULT_WORDS, MessageInformation.words(information));
    Expect.equal("badge", BADGE, scope.message().badge());
    return reply;
  }

  /** As {@link #expectFault(int)}, with the address that the robot used. */
  int expectFault(int kind, long address) {
    expectFault(kind);
    Expect.equal("address", address, scope.message().word(ADDRESS_WORD));
    return reply;
  }

  /** Number of the thread in the last fault. */
  long faultThread() {
    return scope.message().word(THREAD_WORD);
  }

  /** Where the thread was at the last fault. */
  long faultInstruction() {
    return scope.message().word(INSTRUCTION_WORD);
  }

  /** The detail of the last fault. */
  long faultCode() {
    return scope.message().word(CODE_WORD);
  }

  /** Expects that the victim stays stopped and that everybody else goes on. */
  void expectStopped() {
    Expect.success(scope.reply(reply, 1));
    Expect.equal("state", ThreadState.STOPPED, robot.state());
    Expect.equal("another process's call", 0, SystemCalls.nullCall());
  }
}
