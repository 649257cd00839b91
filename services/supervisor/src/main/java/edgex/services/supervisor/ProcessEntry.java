package edgex.services.supervisor;

import edgex.abi.service.ProcessStatus;
import edgex.manifest.Component;
import edgex.manifest.Start;
import java.util.ArrayList;
import java.util.List;

/**
 * A component or a started program.
 *
 * <p>States: PREPARED → running → ENDED, and for components that are restarted FAULTED → running.
 * "Running" is told apart as READY or WAITING by asking the kernel.
 */
final class ProcessEntry {
  /** No restart is due. */
  static final long NEVER = Long.MAX_VALUE;

  private final int number;
  private final String name;
  private final Component component;
  private final ProgramFile program;
  private final List<String> arguments;
  private final List<StreamEnd> streams = new ArrayList<>();
  private final Backoff backoff = new Backoff();
  private int state = ProcessStatus.PREPARED;
  private int process;
  private int exited;
  private int exitStatus;
  private int restarts;
  private long restartAtNanos = NEVER;

  ProcessEntry(
      int number, String name, Component component, ProgramFile program, List<String> arguments) {
    this.number = number;
    this.name = name;
    this.component = component;
    this.program = program;
    this.arguments = arguments;
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  Component component() {
    return component;
  }

  int state() {
    return state;
  }

  int exitStatus() {
    return exitStatus;
  }

  int restarts() {
    return restarts;
  }

  long restartAtNanos() {
    return restartAtNanos;
  }

  boolean isRunning() {
    return process != 0;
  }

  /** Capability of the process; 0 when it is not running. */
  int process() {
    return process;
  }

  /** Whether it is one of the image's components that run from the start. */
  boolean isComponent() {
    return component.start() == Start.BOOT;
  }

  List<StreamEnd> streams() {
    return streams;
  }

  ProcessRequest request() {
    return new ProcessRequest(number, name, component, program, arguments, streams);
  }

  /** Notification of whoever waits for the end; 0 for nobody. */
  int exited() {
    return exited;
  }

  void setExited(int notification) {
    exited = notification;
  }

  void running(int processCapability, long nowNanos) {
    process = processCapability;
    state = ProcessStatus.READY;
    restartAtNanos = NEVER;
    backoff.started(nowNanos);
  }

  void ended(int status) {
    process = 0;
    exitStatus = status;
    state = ProcessStatus.ENDED;
    restartAtNanos = NEVER;
  }

  /**
   * It is to be started again after a while.
   *
   * @return false: it failed too often in a row and stays ended
   */
  boolean restartLater(long nowNanos) {
    restartAtNanos = backoff.failed(nowNanos);
    if (restartAtNanos == NEVER) {
      return false;
    }
    state = ProcessStatus.FAULTED;
    restarts++;
    return true;
  }

  /** It is to be started again at once. */
  void restartNow(long nowNanos) {
    backoff.reset();
    state = ProcessStatus.FAULTED;
    restarts++;
    restartAtNanos = nowNanos;
  }

  /** All capabilities that are held for it beside the process. */
  void drop(Machine machine) {
    for (StreamEnd end : streams) {
      machine.drop(end.memory());
      machine.drop(end.wakePeer());
      machine.drop(end.wakeMe());
    }
    streams.clear();
    if (program != null) {
      machine.drop(program.memory());
    }
    if (exited != 0) {
      machine.drop(exited);
      exited = 0;
    }
  }
}
