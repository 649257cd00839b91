package edgex.bench.kernel.target;

import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.runtime.KernelException;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;
import edgex.tests.harness.Routine;

/** From one thread to another: signals, turns, interrupts, faults. */
final class EventBench {
  private static final int LOW = 10;

  /** The interval timer: channel 0 counts down once and then raises its line. */
  private static final int TIMER_CONTROL = 0x43;

  private static final int TIMER_CHANNEL = 0x40;
  private static final int TIMER_ONE_SHOT = 0x30;
  private static final int TIMER_LINE = 2;

  /** 512 periods of the timer, 429 microseconds: longer than it takes everybody to get ready. */
  private static final int TIMER_COUNT_HIGH = 2;

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
    int line =
        KernelException.check(
            "interrupt line", SystemCalls.interruptCreate(RootMachine.interrupts(), TIMER_LINE));
    KernelException.check("bind", SystemCalls.interruptBind(line, notification));
    RobotProcess handlers = bench.process(0);
    RobotProcess interrupted = bench.process(0);
    Robot handler = handlers.addRobot(Bench.PRIORITY);
    Robot writer = interrupted.addRobot(LOW);
    Bench.begin(
        handler,
        Stub.INTERRUPT_HANDLER,
        0,
        handlers.grant(notification, Rights.RECEIVE),
        handlers.grant(line, Rights.CONTROL),
        SystemCallNumbers.INTERRUPT_ACKNOWLEDGE,
        Bench.SAMPLES,
        Bench.ROUNDS,
        Bench.SHARED_WORD);
    Bench.begin(writer, Stub.CLOCK_WRITER, 0, 0, 0, 0, 0, 0, Bench.SHARED_WORD);
    for (int i = 0; i < Bench.ROUNDS; i++) {
      startTimer();
      SystemCalls.threadSleep(BETWEEN_INTERRUPTS_NANOS);
    }
    handler.await();
    writer.stopSpinning();
    bench.report("interrupt.to_user");
    handlers.destroy();
    interrupted.destroy();
    SystemCalls.capabilityDestroy(line);
    SystemCalls.capabilityDelete(line);
    SystemCalls.capabilityDelete(notification);
  }

  private static void startTimer() {
    int ports = RootMachine.ports();
    SystemCalls.deviceWrite(ports, TIMER_CONTROL, 1, TIMER_ONE_SHOT);
    SystemCalls.deviceWrite(ports, TIMER_CHANNEL, 1, 0);
    SystemCalls.deviceWrite(ports, TIMER_CHANNEL, 1, TIMER_COUNT_HIGH);
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
