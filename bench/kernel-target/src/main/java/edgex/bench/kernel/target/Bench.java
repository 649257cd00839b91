package edgex.bench.kernel.target;

import edgex.abi.Rights;
import edgex.runtime.MappedMemory;
import edgex.runtime.machine.RawMemory;
import edgex.tests.harness.Pages;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.SerialLine;

/** Processes that measure, the page that their samples go to, and the way to the host. */
final class Bench {
  /** Operations that warm up. */
  static final int WARM_UP = 16;

  /** All operations of one measurement: those that warm up and those that count. */
  static final int ROUNDS = WARM_UP + 64;

  /** Where processes find the page of the samples. */
  static final long SAMPLES = RobotProcess.FREE_ADDRESS;

  /** Where processes find the word in which one leaves the counter for another. */
  static final long SHARED_WORD = RobotProcess.COMMON_ADDRESS + 64;

  /** Priority of those that measure; below this program's. */
  static final int PRIORITY = 100;

  private final SerialLine output;
  private final int code;
  private final MappedMemory samples;

  Bench(SerialLine output) {
    this.output = output;
    code = StubCode.copy();
    samples = MappedMemory.create(Pages.BYTES);
  }

  /** A process for measuring. */
  RobotProcess process(int faultEndpoint) {
    RobotProcess process = RobotProcess.create(RobotProcess.Limits.USUAL, PRIORITY, faultEndpoint);
    process.map(code, RobotProcess.EXTRA_ADDRESS, Pages.BYTES, Rights.READ | Rights.EXECUTE);
    process.map(samples.handle(), SAMPLES, Pages.BYTES, Rights.READ | Rights.WRITE);
    return process;
  }

  /** The memory with the loops. */
  int code() {
    return code;
  }

  /** Starts a loop; the arguments are those that {@code stubs.S} tells for it. */
  static void begin(Robot robot, Stub stub, long... arguments) {
    robot.begin(stub.address(), arguments);
  }

  /** Sets a sample of a loop that this program itself runs. */
  void put(int index, long value) {
    RawMemory.putInt(samples.address() + Integer.BYTES * (long) index, (int) value);
  }

  /** Tells the host samples from the page. */
  void report(String name, int first, int end) {
    StringBuilder line = new StringBuilder("SAMPLES ").append(name);
    for (int i = first; i < end; i++) {
      line.append(' ').append(RawMemory.getInt(samples.address() + Integer.BYTES * (long) i));
    }
    output.print(line.append('\n').toString());
  }

  /** Tells the host the samples that count. */
  void report(String name) {
    report(name, WARM_UP, ROUNDS);
  }

  /** Tells the host one figure. */
  void report(String name, long value) {
    output.print("SAMPLES " + name + " " + value + "\n");
  }
}
