package edgex.services.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.FaultKind;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.ProcessStatus;
import edgex.abi.service.SupervisorErrors;
import edgex.manifest.Component;
import edgex.manifest.Limits;
import edgex.manifest.Manifest;
import edgex.manifest.RestartPolicy;
import edgex.manifest.Start;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SupervisorTest {
  private static final int EXITED = 77;

  private final FakeMachine machine = new FakeMachine();
  private final ProcessTable table = new ProcessTable();
  private final List<String> journal = new ArrayList<>();
  private final Supervision supervision = new Supervision(table, machine, journal::add);
  private SupervisorService service;
  private ProcessEntry driver;

  @BeforeEach
  void startDriver() {
    Component component = component("driver", Start.BOOT, RestartPolicy.ON_FAULT, List.of());
    List<Component> components = new ArrayList<>();
    components.add(component);
    components.add(component("tools", Start.COMMAND, RestartPolicy.NEVER, List.of("ls", "cat")));
    components.add(component("one", Start.COMMAND, RestartPolicy.NEVER, List.of("infer")));
    components.add(component("any", Start.COMMAND, RestartPolicy.NEVER, List.of("run")));
    service =
        new SupervisorService(new Manifest(components, List.of()), table, supervision, machine);
    driver = new ProcessEntry(table.takeNumber(), "driver", component, null, List.of());
    table.add(driver);
    supervision.startOrEnd(driver);
  }

  @Test
  void firstComponentThatCannotBeStartedIsNamed() {
    Component component = component("console", Start.BOOT, RestartPolicy.ON_FAULT, List.of());
    table.add(new ProcessEntry(table.takeNumber(), "console", component, null, List.of()));
    machine.startFailure = "no room";
    StartException failure = assertThrows(StartException.class, () -> supervision.startPrepared());
    assertEquals("console could not be started: no room", failure.getMessage());
    assertTrue(driver.isRunning());
  }

  @Test
  void commandRunsWithItsArgumentsAndTellsItsStatus() throws ServiceException {
    int process = service.prepare(0, "ls", arguments("-l", "/tmp"));
    service.start(0, process, EXITED);
    assertEquals(List.of("ls", "-l", "/tmp"), request(process).arguments());
    assertFails(SupervisorErrors.STILL_RUNNING, () -> service.result(0, process));
    supervision.exited(process, 3);
    assertEquals(List.of(EXITED), machine.signalled);
    assertEquals(3, service.result(0, process));
    assertTrue(machine.dropped.contains(EXITED));
    assertFails(SupervisorErrors.NOT_FOUND, () -> service.result(0, process));
  }

  @Test
  void programOfOneCommandIsNotToldItsName() throws ServiceException {
    int process = service.prepare(0, "infer", arguments("x"));
    service.start(0, process, EXITED);
    assertEquals(List.of("x"), request(process).arguments());
  }

  @Test
  void programFilesRunAsTheRunCommandAllows() throws ServiceException {
    int process = service.prepareFile(0, "/tmp/x", 55, 1000, arguments("a"));
    service.start(0, process, EXITED);
    assertEquals(new ProgramFile(55, 1000), request(process).program());
    assertEquals("any", request(process).component().name());
    supervision.exited(process, 0);
    service.result(0, process);
    assertTrue(machine.dropped.contains(55));
  }

  @Test
  void streamsAreGivenToTheProcessAndGivenBack() throws ServiceException {
    int process = service.prepare(0, "ls", arguments());
    service.attach(0, process, "stdout", 1, 2, 3);
    service.start(0, process, EXITED);
    assertEquals("stdout", request(process).streams().get(0).name());
    assertFails(SupervisorErrors.NOT_FOUND, () -> service.attach(0, process, "stdin", 11, 12, 13));
    supervision.exited(process, 0);
    service.result(0, process);
    assertTrue(machine.dropped.containsAll(List.of(1, 2, 3, 11, 12, 13)));
  }

  @Test
  void whatDoesNotExistIsRefusedAndNothingLeaks() throws ServiceException {
    assertFails(SupervisorErrors.NOT_FOUND, () -> service.prepare(0, "nope", arguments()));
    assertFails(SupervisorErrors.NOT_FOUND, () -> service.prepare(0, "run", arguments()));
    assertFails(SupervisorErrors.NOT_FOUND, () -> service.kill(0, 999));
    assertFails(SupervisorErrors.NOT_FOUND, () -> service.restart(0, "nope"));
    assertFails(SupervisorErrors.NOT_FOUND, () -> service.start(0, 999, 5));
    assertFails(
        SupervisorErrors.NOT_A_PROGRAM, () -> service.prepareFile(0, "x", 6, 0, arguments()));
    assertFails(SupervisorErrors.INVALID_ACTION, () -> service.power(0, 9));
    machine.startFailure = "it is not an ELF file";
    int process = service.prepare(0, "ls", arguments());
    assertFails(SupervisorErrors.NOT_A_PROGRAM, () -> service.start(0, process, 7));
    assertEquals(List.of("ls could not be started: it is not an ELF file"), journal);
    assertEquals(List.of(5, 6, 7), machine.dropped);
    assertFails(SupervisorErrors.NOT_FOUND, () -> service.result(0, process));
  }

  @Test
  void tableHasAnEnd() throws ServiceException {
    while (!table.isFull()) {
      service.prepare(0, "ls", arguments());
    }
    assertFails(SupervisorErrors.TOO_MANY, () -> service.prepare(0, "ls", arguments()));
    assertFails(SupervisorErrors.TOO_MANY, () -> service.prepareFile(0, "x", 8, 10, arguments()));
    assertTrue(machine.dropped.contains(8));
  }

  @Test
  void faultedComponentComesBackAfterGrowingDelays() {
    long previousDelay = 0;
    for (int failure = 1; failure <= 6; failure++) {
      supervision.faulted(driver.number(), fault());
      assertEquals(ProcessStatus.FAULTED, driver.state());
      long delay = supervision.nextRestartNanos() - machine.nowNanos;
      assertTrue(delay > previousDelay);
      previousDelay = delay;
      machine.nowNanos += delay - 1;
      supervision.restartDue();
      assertEquals(ProcessStatus.FAULTED, driver.state());
      machine.nowNanos += 1;
      supervision.restartDue();
      assertTrue(driver.isRunning());
      assertEquals(failure, driver.restarts());
    }
    assertEquals("driver: write fault at address 0x10, instruction 0x20, code 6", journal.get(0));
  }

  @Test
  void delayStartsAgainAfterAGoodWhile() {
    supervision.faulted(driver.number(), fault());
    long firstDelay = supervision.nextRestartNanos() - machine.nowNanos;
    machine.nowNanos += firstDelay;
    supervision.restartDue();
    machine.nowNanos += 60_000_000_000L;
    supervision.faulted(driver.number(), fault());
    assertEquals(firstDelay, supervision.nextRestartNanos() - machine.nowNanos);
  }

  @Test
  void componentThatAlwaysFailsStaysEndedUntilSomebodyRestartsIt() throws ServiceException {
    for (int failure = 0; failure < Backoff.MOST_RESTARTS; failure++) {
      supervision.faulted(driver.number(), fault());
      machine.nowNanos = supervision.nextRestartNanos();
      supervision.restartDue();
      assertTrue(driver.isRunning());
    }
    supervision.faulted(driver.number(), fault());
    assertEquals(ProcessStatus.ENDED, driver.state());
    assertEquals(ProcessEntry.NEVER, supervision.nextRestartNanos());
    assertEquals(Backoff.MOST_RESTARTS, driver.restarts());
    assertEquals(
        "driver failed too often in a row and stays ended; 'restart driver' starts it again",
        journal.get(journal.size() - 1));
    service.restart(0, "driver");
    assertTrue(driver.isRunning());
    supervision.faulted(driver.number(), fault());
    assertEquals(ProcessStatus.FAULTED, driver.state());
  }

  @Test
  void failedStartsAfterAGoodWhileAreDelayedMoreAndMore() {
    machine.nowNanos += 60_000_000_000L;
    machine.startFailure = "no memory";
    supervision.faulted(driver.number(), fault());
    long previousDelay = 0;
    for (int failure = 0; failure < Backoff.MOST_RESTARTS; failure++) {
      long delay = supervision.nextRestartNanos() - machine.nowNanos;
      assertTrue(delay > previousDelay);
      previousDelay = delay;
      machine.nowNanos += delay;
      supervision.restartDue();
    }
    assertEquals(ProcessStatus.ENDED, driver.state());
  }

  @Test
  void componentThatExitsWellStaysEndedUnderOnFault() {
    supervision.exited(driver.number(), 0);
    assertEquals(ProcessStatus.ENDED, driver.state());
    assertEquals(ProcessEntry.NEVER, supervision.nextRestartNanos());
  }

  @Test
  void killedComponentIsRestartedAndKilledProgramIsNot() throws ServiceException {
    service.kill(0, driver.number());
    assertEquals(ProcessStatus.FAULTED, driver.state());
    int process = service.prepare(0, "ls", arguments());
    service.start(0, process, EXITED);
    service.kill(0, process);
    assertEquals(Supervision.KILLED_STATUS, service.result(0, process));
    assertEquals(List.of(EXITED), machine.signalled);
  }

  @Test
  void restartIsAtOnceAndCounted() throws ServiceException {
    service.restart(0, "driver");
    assertTrue(driver.isRunning());
    assertEquals(1, service.next(0, 0).restarts());
    assertEquals(1, machine.running.size());
  }

  @Test
  void componentThatCannotStartIsTriedAgainLater() {
    machine.startFailure = "no memory";
    supervision.restart(driver);
    assertEquals(ProcessStatus.FAULTED, driver.state());
    machine.startFailure = null;
    machine.nowNanos = supervision.nextRestartNanos();
    supervision.restartDue();
    assertTrue(driver.isRunning());
  }

  @Test
  void listShowsEveryProcessOnce() throws ServiceException {
    int process = service.prepare(0, "cat", arguments());
    ProcessStatus first = service.next(0, 0);
    assertEquals("driver", first.name());
    assertEquals(ProcessStatus.READY, first.state());
    assertEquals(8192, first.memoryBytes());
    ProcessStatus second = service.next(0, first.process());
    assertEquals(process, second.process());
    assertEquals(ProcessStatus.PREPARED, second.state());
    assertFails(SupervisorErrors.END, () -> service.next(0, process));
    assertEquals(1, service.nextCapability(0, driver.number(), 0).position());
    assertFails(SupervisorErrors.END, () -> service.nextCapability(0, driver.number(), 2));
  }

  @Test
  void bootOptionsBecomeTheEnvironment() {
    assertEquals(List.of(), BootOptions.environment("verbose quiet"));
    assertEquals(
        List.of("get.0=/tmp/a b", "get.1=/\u00e9%", "command=echo -- 'x'"),
        BootOptions.environment("verbose get=/tmp/a%20b get=/%c3%a9% -- echo -- 'x'"));
    assertEquals(List.of("command=ls"), BootOptions.environment("-- ls"));
  }

  private static Supervision.Fault fault() {
    return new Supervision.Fault(FaultKind.WRITE, 0x10, 0x20, 6);
  }

  private ProcessRequest request(int number) {
    for (ProcessRequest request : machine.running.values()) {
      if (request.number() == number) {
        return request;
      }
    }
    throw new AssertionError("process " + number + " was not started");
  }

  private static Component component(
      String name, Start start, RestartPolicy restart, List<String> commands) {
    return new Component(
        name,
        "bin/" + name,
        start,
        100,
        restart,
        new Limits(4096, 4096, 65536, 16, 16),
        List.of(),
        commands,
        List.of(),
        List.of());
  }

  private static byte[] arguments(String... texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      all.append(text).append('\0');
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void assertFails(int code, Executable operation) {
    assertEquals(code, assertThrows(ServiceException.class, operation).code());
  }
}
