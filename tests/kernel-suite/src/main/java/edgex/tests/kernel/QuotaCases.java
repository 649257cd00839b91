package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.ProcessRecord;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Pages;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;

/** No process takes more than it was given, and nothing is lost. */
final class QuotaCases {
  private static final RobotProcess.Limits SMALL = new RobotProcess.Limits(32, 16, 16);
  private static final long ENORMOUS_BYTES = 1L << 46;

  private QuotaCases() {}

  static void addTo(CaseList cases) {
    int[] creations = {
      SystemCallNumbers.ENDPOINT_CREATE,
      SystemCallNumbers.NOTIFICATION_CREATE,
      SystemCallNumbers.REPLY_CREATE
    };
    for (int number : creations) {
      cases.add("quota: objects end for call " + number, scope -> objectsEnd(scope, number));
    }
    cases.add("quota: capabilities end", QuotaCases::capabilitiesEnd);
    cases.add("quota: capabilities end for grants from outside", QuotaCases::grantsEnd);
    cases.add("quota: pages end", QuotaCases::pagesEnd);
    cases.add("quota: memory is paid by the process that is named", QuotaCases::namedPays);
    cases.add("quota: memory goes with the process that pays", QuotaCases::goesWithPayer);
    cases.add("quota: a deleted object frees its place", QuotaCases::freed);
    cases.add("quota: a child takes from its parent", QuotaCases::childTakes);
    cases.add("quota: a child cannot have more than its parent", QuotaCases::childLimits);
    cases.add("quota: page tables are charged", QuotaCases::pageTables);
    cases.add("quota: message pages are charged", QuotaCases::messagePages);
    cases.add("quota: memory that no machine has is refused", QuotaCases::enormous);
    cases.add("quota: the kernel's pool of endpoints ends", QuotaCases::poolEnds);
    cases.add("quota: RAM ends and comes back", QuotaCases::memoryEnds);
  }

  private static void objectsEnd(Scope scope, int number) {
    Robot robot = scope.robots(SMALL, 0).addRobot();
    long status = robot.call(number);
    int made = 0;
    while (status > 0) {
      made++;
      Expect.that("an end before 17 objects", made <= SMALL.objects());
      status = robot.call(number);
    }
    Expect.error(Errors.QUOTA_EXCEEDED, status);
  }

  private static void capabilitiesEnd(Scope scope) {
    RobotProcess process = scope.robots(new RobotProcess.Limits(32, 8, 32), 0);
    Robot robot = process.addRobot();
    int endpoint = process.grant(scope.endpoint(), Rights.ALL);
    long status = 1;
    for (int i = 0; i < 9 && status > 0; i++) {
      status = robot.call(SystemCallNumbers.CAPABILITY_DERIVE, endpoint, Rights.SEND, 0);
    }
    Expect.error(Errors.QUOTA_EXCEEDED, status);
  }

  private static void grantsEnd(Scope scope) {
    int process = scope.process();
    int endpoint = scope.endpoint();
    long status = 1;
    for (int i = 0; i < 17 && status > 0; i++) {
      status = SystemCalls.capabilityGrant(process, endpoint, Rights.SEND, 0);
    }
    Expect.error(Errors.QUOTA_EXCEEDED, status);
  }

  private static void pagesEnd(Scope scope) {
    RobotProcess process = scope.robots(SMALL, 0);
    Robot robot = process.addRobot();
    int self = process.grant(process.handle(), Rights.CONTROL);
    long tooMany = (long) (SMALL.pages() + 1) * Pages.BYTES;
    Expect.error(Errors.QUOTA_EXCEEDED, robot.call(SystemCallNumbers.MEMORY_CREATE, self, tooMany));
    long status = 1;
    for (int i = 0; i <= SMALL.pages() && status > 0; i++) {
      status = robot.call(SystemCallNumbers.MEMORY_CREATE, self, 2 * Pages.BYTES);
    }
    Expect.error(Errors.QUOTA_EXCEEDED, status);
  }

  private static long pagesUsed(int process) {
    Expect.success(SystemCalls.processInspect(process));
    return RootMachine.record(ProcessRecord.PAGES_USED);
  }

  private static void namedPays(Scope scope) {
    int child = scope.process();
    long before = pagesUsed(child);
    long own = pagesUsed(RootMachine.process());
    int memory = Expect.success(SystemCalls.memoryCreate(child, 3 * Pages.BYTES));
    Expect.equal("pages used", before + 3, pagesUsed(child));
    Expect.equal("pages of the caller", own, pagesUsed(RootMachine.process()));
    Expect.error(Errors.QUOTA_EXCEEDED, SystemCalls.memoryCreate(child, 13 * Pages.BYTES));
    Expect.success(SystemCalls.capabilityDelete(memory));
    Expect.equal("pages used afterwards", before, pagesUsed(child));
  }

  private static void goesWithPayer(Scope scope) {
    int child = scope.process();
    int memory = Expect.success(SystemCalls.memoryCreate(child, Pages.BYTES));
    Expect.success(SystemCalls.capabilityDestroy(child));
    Expect.error(Errors.INVALID_HANDLE, SystemCalls.memorySize(memory));
    Expect.success(SystemCalls.capabilityDelete(memory));
  }

  private static void freed(Scope scope) {
    Robot robot = scope.robots(SMALL, 0).addRobot();
    for (int i = 0; i < 3 * SMALL.objects(); i++) {
      int made = Expect.success(robot.call(SystemCallNumbers.ENDPOINT_CREATE));
      Expect.success(robot.call(SystemCallNumbers.CAPABILITY_DELETE, made));
    }
  }

  private static void childTakes(Scope scope) {
    Expect.success(SystemCalls.processInspect(RootMachine.process()));
    long pages = RootMachine.record(ProcessRecord.PAGES_USED);
    long capabilities = RootMachine.record(ProcessRecord.CAPABILITIES_USED);
    int child = scope.keep(SystemCalls.processCreate(RootMachine.process(), 10, 20, 30, 0, 0));
    Expect.success(SystemCalls.processInspect(RootMachine.process()));
    Expect.equal("pages used", pages + 10, RootMachine.record(ProcessRecord.PAGES_USED));
    Expect.equal(
        "capabilities used",
        capabilities + 21,
        RootMachine.record(ProcessRecord.CAPABILITIES_USED));
    Expect.success(SystemCalls.capabilityDestroy(child));
    Expect.success(SystemCalls.processInspect(RootMachine.process()));
    Expect.equal("pages used", pages, RootMachine.record(ProcessRecord.PAGES_USED));
  }

  private static void childLimits(Scope scope) {
    int parent = scope.keep(SystemCalls.processCreate(RootMachine.process(), 10, 10, 10, 0, 0));
    int[][] limits = {{11, 1, 1}, {1, 11, 1}, {1, 1, 11}, {Integer.MAX_VALUE, 1, 1}};
    for (int[] limit : limits) {
      Expect.error(
          Errors.QUOTA_EXCEEDED,
          SystemCalls.processCreate(parent, limit[0], limit[1], limit[2], 0, 0));
    }
  }

  private static void pageTables(Scope scope) {
    int process = scope.keep(SystemCalls.processCreate(RootMachine.process(), 3, 8, 8, 0, 0));
    long status =
        SystemCalls.memoryMap(
            process, scope.memory(1), RobotProcess.FREE_ADDRESS, 0, Pages.BYTES, Rights.READ);
    Expect.error(Errors.QUOTA_EXCEEDED, status);
    Expect.error(
        Errors.NOT_MAPPED,
        SystemCalls.memoryUnmap(process, RobotProcess.FREE_ADDRESS, Pages.BYTES));
  }

  private static void messagePages(Scope scope) {
    int process = scope.keep(SystemCalls.processCreate(RootMachine.process(), 1, 8, 8, 9, 0));
    Expect.error(
        Errors.QUOTA_EXCEEDED, SystemCalls.threadCreate(process, 1, RobotProcess.FREE_ADDRESS));
  }

  private static void enormous(Scope scope) {
    long status = SystemCalls.memoryCreate(RootMachine.process(), ENORMOUS_BYTES);
    Expect.that(
        "QUOTA_EXCEEDED or OUT_OF_MEMORY",
        status == Errors.QUOTA_EXCEEDED || status == Errors.OUT_OF_MEMORY);
    status = SystemCalls.memoryCreate(RootMachine.process(), -Pages.BYTES);
    Expect.error(Errors.INVALID_ARGUMENT, status);
  }

  private static void poolEnds(Scope scope) {
    int status = 1;
    while (status > 0) {
      status = SystemCalls.endpointCreate();
      if (status > 0) {
        int made = status;
        scope.atEnd(() -> SystemCalls.capabilityDelete(made));
      }
    }
    Expect.that(
        "POOL_EMPTY or QUOTA_EXCEEDED",
        status == Errors.POOL_EMPTY || status == Errors.QUOTA_EXCEEDED);
    Expect.success(SystemCalls.nullCall());
  }

  private static void memoryEnds(Scope scope) {
    long sizeBytes = 1L << 26;
    while (sizeBytes >= 1L << 16) {
      int status = SystemCalls.memoryCreate(RootMachine.process(), sizeBytes);
      if (status < 0) {
        Expect.that(
            "OUT_OF_MEMORY or QUOTA_EXCEEDED",
            status == Errors.OUT_OF_MEMORY || status == Errors.QUOTA_EXCEEDED);
        sizeBytes /= 2;
      } else {
        scope.keep(status);
      }
    }
  }
}
