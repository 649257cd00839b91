package edgex.tests.kernel;

import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;

/**
 * The suite's program: the root process of an image of its own. It prints {@code PASS name} or
 * {@code FAIL name: expected X, got Y} for each case and then {@code N passed, N failed}.
 */
public final class KernelSuite {
  private static final int STATUS_USAGE = 2;

  private KernelSuite() {}

  /** Runs the cases that the command line asks for and switches the machine off. */
  public static void main(String[] arguments) {
    RootMachine machine = new RootMachine();
    Options options;
    try {
      options = Options.parse(RootMachine.command());
    } catch (IllegalArgumentException refused) {
      machine.console().print("kernel-suite: " + refused.getMessage() + "\n");
      machine.finish(STATUS_USAGE);
      return;
    }
    // What all cases share is made before the first count.
    RobotProcess.create(RobotProcess.Limits.USUAL, Scope.ROBOT_PRIORITY, 0).destroy();
    CaseRunner runner = new CaseRunner(machine.console());
    for (TestCase testCase : cases(options).all()) {
      if (testCase.name().contains(options.only())) {
        runner.run(testCase);
      }
    }
    machine.finish(runner.summarize());
  }

  private static CaseList cases(Options options) {
    CaseList cases = new CaseList();
    CallCases.addTo(cases);
    HandleCases.addTo(cases);
    CapabilityCases.addTo(cases);
    QuotaCases.addTo(cases);
    MemoryCases.addTo(cases);
    MemoryRefusalCases.addTo(cases);
    ProcessCases.addTo(cases);
    ThreadCases.addTo(cases);
    MessageCases.addTo(cases);
    TransferCases.addTo(cases);
    ReplyCases.addTo(cases);
    NotificationCases.addTo(cases);
    PriorityCases.addTo(cases);
    SchedulingCases.addTo(cases);
    ProcessorCases.addTo(cases);
    FaultCases.addTo(cases);
    IsolationCases.addTo(cases);
    DeviceCases.addTo(cases);
    SystemCases.addTo(cases);
    FloatingPointCases.addTo(cases);
    FuzzCases.addTo(cases, options);
    return cases;
  }
}
