package edgex.bench.kernel.target;

import edgex.tests.harness.RobotProcess;

/** A measured loop; the numbers are places in the table in {@code stubs.S}. */
enum Stub {
  OVERHEAD(0),
  CALIBRATION(1),
  NULL_CALL(2),
  CALLER(3),
  SERVER(4),
  WAITER(5),
  SIGNALLER(6),
  YIELDER(7),
  CLOCK_WRITER(8),
  FAULT_HANDLER(9),
  EXIT_AT_ONCE(10);

  private final int index;

  Stub(int index) {
    this.index = index;
  }

  /** Where the loop starts in a process that measures. */
  long address() {
    return RobotProcess.EXTRA_ADDRESS + StubCode.offsetOf(index);
  }
}
