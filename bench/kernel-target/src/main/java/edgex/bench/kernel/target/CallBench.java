package edgex.bench.kernel.target;

import edgex.abi.MessageInformation;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.runtime.KernelException;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;

/** The null call, and calls to another process and back. */
final class CallBench {
  private static final int BYTES = 512;

  private final Bench bench;

  CallBench(Bench bench) {
    this.bench = bench;
  }

  /** Tells what a reading of the counter takes, and whether the counter counts instructions. */
  void calibrate() {
    RobotProcess process = bench.process(0);
    Robot robot = process.addRobot();
    run(robot, Stub.OVERHEAD, 0, 0, 0, 0, Bench.SAMPLES, Bench.ROUNDS);
    bench.report("overhead");
    run(robot, Stub.CALIBRATION, 0, 0, 0, 0, Bench.SAMPLES);
    bench.report("calibration", 0, 1);
    process.destroy();
  }

  /** A system call that does nothing. */
  void nullCall() {
    RobotProcess process = bench.process(0);
    Robot robot = process.addRobot();
    long number = SystemCallNumbers.NULL_CALL;
    run(robot, Stub.NULL_CALL, number, 0, 0, 0, Bench.SAMPLES, Bench.ROUNDS);
    bench.report("null_call");
    process.destroy();
  }

  /** Calls with words in registers, and with bytes. */
  void roundTrips() {
    roundTrip("ipc.roundtrip.words0", MessageInformation.of(0, 0, 0, 0, 0));
    roundTrip("ipc.roundtrip.words4", MessageInformation.of(0, 4, 0, 0, 0));
    roundTrip("ipc.roundtrip.words8", MessageInformation.of(0, 8, 0, 0, 0));
    roundTrip("ipc.roundtrip.bytes512", MessageInformation.of(0, 0, BYTES, 0, 0));
  }

  private void roundTrip(String name, long information) {
    int endpoint = KernelException.check("endpoint", SystemCalls.endpointCreate());
    RobotProcess servers = bench.process(0);
    RobotProcess callers = bench.process(0);
    Robot server = servers.addRobot();
    Robot caller = callers.addRobot();
    long reply = server.call(SystemCallNumbers.REPLY_CREATE);
    long served = servers.grant(endpoint, Rights.RECEIVE);
    Bench.begin(server, Stub.SERVER, 0, served | reply << Integer.SIZE, information);
    long called = callers.grant(endpoint, Rights.SEND);
    run(caller, Stub.CALLER, 0, called, information, 0, Bench.SAMPLES, Bench.ROUNDS);
    bench.report(name);
    callers.destroy();
    servers.destroy();
    SystemCalls.capabilityDelete(endpoint);
  }

  private static void run(Robot robot, Stub stub, long... arguments) {
    Bench.begin(robot, stub, arguments);
    robot.await();
  }
}
