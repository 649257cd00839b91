package edgex.tests.kernel;

import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.Rights;
import edgex.runtime.MappedMemory;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.MessageBlock;
import edgex.tests.harness.Pages;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;
import java.util.ArrayDeque;
import java.util.Deque;

/** What one case makes; all of it is given back when the case ends, however it ends. */
final class Scope {
  /** Priority of most robots: below the suite's own. */
  static final int ROBOT_PRIORITY = 100;

  /** Long enough for everything that should happen. */
  static final long PATIENCE_NANOS = 60_000_000_000L;

  /** For ever. */
  static final long FOR_EVER = -1;

  private static final MappedMemory BLOCKS = MappedMemory.create(Pages.BYTES);

  private final Deque<Runnable> cleanups = new ArrayDeque<>();
  private final MessageBlock message = new MessageBlock(BLOCKS.address());

  /** The registers of this thread's message calls. */
  MessageBlock message() {
    return message;
  }

  /** Keeps a new capability whose object ends with the case. */
  int keep(long handle) {
    int kept = Expect.success(handle);
    cleanups.push(() -> end(kept));
    return kept;
  }

  /** Destroys an object if that is still possible, and gives the handle back. */
  private static void end(int handle) {
    SystemCalls.capabilityDestroy(handle);
    SystemCalls.capabilityDelete(handle);
  }

  /** Keeps a new capability if there is one; gives the status. */
  long keepIfMade(long status) {
    return status > 0 ? keep(status) : status;
  }

  /** Keeps a further capability; only itself ends with the case. */
  int keepDerived(long handle) {
    int kept = Expect.success(handle);
    cleanups.push(() -> SystemCalls.capabilityDelete(kept));
    return kept;
  }

  /** Does something when the case ends. */
  void atEnd(Runnable cleanup) {
    cleanups.push(cleanup);
  }

  /** A new endpoint. */
  int endpoint() {
    return keep(SystemCalls.endpointCreate());
  }

  /** A new notification. */
  int notification() {
    return keep(SystemCalls.notificationCreate());
  }

  /** A new reply object. */
  int reply() {
    return keep(SystemCalls.replyCreate());
  }

  /** New memory. */
  int memory(int pages) {
    return keep(SystemCalls.memoryCreate(RootMachine.process(), (long) pages * Pages.BYTES));
  }

  /** A capability with other rights. */
  int derive(int handle, int rights) {
    return derive(handle, rights, 0);
  }

  /** A capability with other rights and a badge. */
  int derive(int handle, int rights, long badge) {
    return keepDerived(SystemCalls.capabilityDerive(handle, rights, badge));
  }

  /** A new empty process. */
  int process() {
    return keep(SystemCalls.processCreate(RootMachine.process(), 16, 16, 16, 200, 0));
  }

  /** A new thread of a new process, which has not been started. */
  int thread() {
    return keep(SystemCalls.threadCreate(process(), ROBOT_PRIORITY, RobotProcess.FREE_ADDRESS));
  }

  /** A process for robots, without a fault endpoint. */
  RobotProcess robots() {
    return robots(0);
  }

  /** A process for robots. */
  RobotProcess robots(int faultEndpoint) {
    return robots(RobotProcess.Limits.USUAL, faultEndpoint);
  }

  /** A process for robots. */
  RobotProcess robots(RobotProcess.Limits limits, int faultEndpoint) {
    RobotProcess process = RobotProcess.create(limits, ROBOT_PRIORITY, faultEndpoint);
    cleanups.push(process::destroy);
    return process;
  }

  /** A robot in a process of its own. */
  Robot robot() {
    return robots().addRobot();
  }

  /** Receives on an endpoint, with a reply object or 0. */
  int receive(int endpoint, int reply, long timeoutNanos) {
    return receive(endpoint, reply, 0, timeoutNanos);
  }

  /** Receives on an endpoint, accepting capabilities. */
  int receive(int endpoint, int reply, int accept, long timeoutNanos) {
    message.prepare(
        handles(endpoint, reply), MessageInformation.of(0, 0, 0, 0, accept), timeoutNanos);
    return message.call(MessageCalls.RECEIVE);
  }

  /** Replies with a label and no words. */
  int reply(int reply, int label) {
    message.prepare(reply, MessageInformation.of(label, 0, 0, 0, 0), 0);
    return message.call(MessageCalls.REPLY);
  }

  /** Waits for a notification. */
  int await(int notification, long timeoutNanos) {
    message.prepare(notification, 0, timeoutNanos);
    return message.call(MessageCalls.WAIT);
  }

  /** Signals a notification. */
  int signal(int notification) {
    message.prepare(notification, 0, 0);
    return message.call(MessageCalls.SIGNAL);
  }

  /** The handle word of a receive. */
  static long handles(long endpoint, long reply) {
    return endpoint | reply << Integer.SIZE;
  }

  /** All rights but these. */
  static int without(int rights) {
    return Rights.ALL & ~rights;
  }

  /** Gives everything back, the newest first. */
  void close() {
    while (!cleanups.isEmpty()) {
      cleanups.pop().run();
    }
  }
}
