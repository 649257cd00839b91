package edgex.bench.kernel.target;

import edgex.abi.RootStart;
import edgex.abi.SystemRecord;
import edgex.runtime.KernelException;
import edgex.runtime.machine.StartData;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Pages;
import edgex.tests.harness.RootMachine;

/**
 * The program that measures: the root process of an image of its own. It prints a line {@code
 * SAMPLES name value...} for each measurement, in instructions and with what a reading of the
 * counter takes, or in bytes.
 */
public final class KernelTarget {
  private KernelTarget() {}

  /** Measures everything and switches the machine off. */
  public static void main(String[] arguments) {
    RootMachine machine = new RootMachine();
    Bench bench = new Bench(machine.console());
    CallBench calls = new CallBench(bench);
    calls.calibrate();
    calls.nullCall();
    calls.roundTrips();
    EventBench events = new EventBench(bench);
    events.signal();
    events.turns();
    events.interrupt();
    events.fault();
    new ProcessBench(bench).createExit();
    bench.report("ram.kernel", kernelBytes());
    machine.finish(0);
  }

  /** RAM that the kernel did not give to the allocator, less the boot image. */
  private static long kernelBytes() {
    KernelException.check("inspect the system", SystemCalls.systemInspect(RootMachine.system()));
    return RootMachine.record(SystemRecord.RAM_BYTES)
        - RootMachine.record(SystemRecord.MANAGED_PAGES) * Pages.BYTES
        - Pages.round(StartData.rootWord(RootStart.BOOT_IMAGE_BYTES));
  }
}
