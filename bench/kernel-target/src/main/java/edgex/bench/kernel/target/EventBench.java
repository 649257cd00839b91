package edgex.bench.kernel.target;

import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.runtime.KernelException;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.LoopbackInterrupt;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;
import edgex.tests.harness.Routine;

/** From one thread to another: signals, turns, interrupts, faults. */
final class EventBench {
  private static final int LOW = 10;

  private static final long BETWEEN_INTERRUPTS_NANOS = 2_000_000;

  private final Bench bench;

  EventBench(Bench bench) {
    this.bench = bench;
  }

  /** From the signal until the waiting thread of higher priority runs, in another process. */
  void signal() {
    int notification = create();
    RobotProcess waiters = bench.process(0);
    RobotProcess signallers = bench.process(0);
    Robot waiter = waiters.addRobot(Bench.PRIORITY);
    Robot signaller = signallers.addRobot(LOW);
    long waited = waiters.grant(notification, Rights.RECEIVE);
    Bench.begin(
        waiter, Stub.WAITER, 0, waited, 0, 0, Bench.SAMPLES, Bench.ROUNDS, Bench.SHARED_WORD);
    long signalled = signallers.grant(notification, Rights.SEND);
    Bench.begin(signaller, Stub.SIGNALLER, 0, signalled, 0, 0, 0, Bench.ROUNDS, Bench.SHARED_WORD);
    waiter.await();
    bench.report("notification.signal_wake");
    waiters.destroy();
    signallers.destroy();
    SystemCalls.capabilityDelete(notification);
  }

  /** From a yield until the other thread of the process runs. */
  void turns() {
    RobotProcess process = bench.process(0);
    Robot one = process.addRobot();
    Robot two = process.addRobot();
    long number = SystemCallNumbers.THREAD_YIELD;
    for (Robot robot : new Robot[] {one, two}) {
      // What the second one samples is overwritten by, or overwrites, the same of the first.
      Bench.begin(
          robot, Stub.YIELDER, number, 0, 0, 0, Bench.SAMPLES, Bench.ROUNDS, Bench.SHARED_WORD);
    }
    one.await();
    bench.report("thread.yield_switch", Bench.WARM_UP, Bench.ROUNDS - 1);
    two.await();
    process.destroy();
  }

  /** From the last instruction before an interrupt until its handler runs, in another process. */
  void interrupt() {
    int notification = create();
    LoopbackInterrupt source = RootMachine.interruptSource();
    int line = source.create();
    KernelException.check("bind", SystemCalls.interruptBind(line, notification));
    RobotProcess handlers = bench.process(0);
    RobotProcess interrupted = bench.process(0);
    Robot handler = handlers.addRobot(Bench.PRIORITY);
    Robot writer = interrupted.addRobot(LOW);
    Bench.begin(
        handler,
        Stub.WAITER,
        0,
        handlers.grant(notification, Rights.RECEIVE),
        0,
        0,
        Bench.SAMPLES,
        Bench.ROUNDS,
        Bench.SHARED_WORD);
    Bench.begin(writer, Stub.CLOCK_WRITER, 0, 0, 0, 0, 0, 0, Bench.SHARED_WORD);
    for (int i = 0; i < Bench.ROUNDS; i++) {
      source.start();
      SystemCalls.threadSleep(BETWEEN_INTERRUPTS_NANOS);
      source.clear();
      KernelException.check("acknowledge", SystemCalls.interruptAcknowledge(line));
    }
    handler.await();
    writer.stopSpinning();
    bench.report("interrupt.to_user");
    handlers.destroy();
    interrupted.destroy();
    source.end();
    SystemCalls.capabilityDestroy(line);
    SystemCalls.capabilityDelete(line);
    SystemCalls.capabilityDelete(notification);
  }

  /** A page fault, to its handler in another process, and back. */
  void fault() {
    int endpoint = KernelException.check("endpoint", SystemCalls.endpointCreate());
    RobotProcess handlers = bench.process(0);
    RobotProcess victims = bench.process(endpoint);
    Robot handler = handlers.addRobot();
    long reply = handler.call(SystemCallNumbers.REPLY_CREATE);
    long received = handlers.grant(endpoint, Rights.RECEIVE);
    Bench.begin(
        handler,
        Stub.FAULT_HANDLER,
        0,
        received | reply << Integer.SIZE,
        0,
        0,
        Bench.SAMPLES,
        Bench.ROUNDS);
    victims.addRobot().begin(Routine.LOAD, 0, 2 * RobotProcess.FREE_ADDRESS);
    handler.await();
    bench.report("fault.roundtrip");
    victims.destroy();
    handlers.destroy();
    SystemCalls.capabilityDelete(endpoint);
  }

  private static int create() {
    return KernelException.check("notification", SystemCalls.notificationCreate());
  }
}
