package edgex.services.supervisor;

import edgex.abi.FaultKind;
import edgex.abi.service.ProcessStatus;
import edgex.manifest.RestartPolicy;

/** Starting, ending and restarting the processes of a {@link ProcessTable}. */
final class Supervision {
  /** Exit status of a process that somebody killed. */
  static final int KILLED_STATUS = 137;

  /** Exit status of a process that could not be started. */
  static final int NOT_STARTED_STATUS = 126;

  private static final int FAULT_STATUS_BASE = 128;

  private final ProcessTable table;
  private final Machine machine;
  private final Journal journal;

  Supervision(ProcessTable table, Machine machine, Journal journal) {
    this.table = table;
    this.machine = machine;
    this.journal = journal;
  }

  /**
   * Starts an entry that is not running.
   *
   * @throws StartException if it could not, which the journal tells; the entry is as before
   */
  void start(ProcessEntry entry) throws StartException {
    try {
      entry.running(machine.start(entry.request()), machine.nowNanos());
    } catch (StartException failure) {
      journal.warning(entry.name() + " could not be started: " + failure.getMessage());
      throw failure;
    }
  }

  /**
   * Starts everything that is prepared.
   *
   * @throws StartException naming the first that could not be started
   */
  void startPrepared() throws StartException {
    for (ProcessEntry entry : table.entries()) {
      if (entry.state() == ProcessStatus.PREPARED) {
        try {
          start(entry);
        } catch (StartException failure) {
          throw new StartException(
              entry.name() + " could not be started: " + failure.getMessage(), failure);
        }
      }
    }
  }

  /** Starts an entry; if it cannot be, that counts as its end. */
  void startOrEnd(ProcessEntry entry) {
    try {
      start(entry);
    } catch (StartException failure) {
      settle(entry, NOT_STARTED_STATUS);
    }
  }

  /** A process called exit. */
  void exited(int number, int status) {
    ProcessEntry entry = table.find(number);
    if (entry != null && entry.isRunning()) {
      if (entry.isComponent()) {
        journal.warning(entry.name() + " exited with status " + status);
      }
      end(entry, status & 0xff);
    }
  }

  /** A thread of a process faulted. */
  void faulted(int number, Fault fault) {
    ProcessEntry entry = table.find(number);
    if (entry != null && entry.isRunning()) {
      journal.warning(entry.name() + ": " + fault.text());
      end(entry, FAULT_STATUS_BASE + fault.kind());
    }
  }

  /** Ends a process for good, unless its manifest says to restart it. */
  void kill(ProcessEntry entry) {
    if (entry.isRunning()) {
      end(entry, KILLED_STATUS);
    } else if (entry.state() == ProcessStatus.PREPARED) {
      settle(entry, KILLED_STATUS);
    }
  }

  /** Ends a component if it runs, and starts it at once. */
  void restart(ProcessEntry entry) {
    if (entry.isRunning()) {
      machine.destroy(entry.process());
      entry.ended(KILLED_STATUS);
    }
    entry.restartNow(machine.nowNanos());
    startOrEnd(entry);
  }

  /** Starts what is due. */
  void restartDue() {
    for (ProcessEntry entry : table.entries()) {
      if (entry.restartAtNanos() <= machine.nowNanos()) {
        startOrEnd(entry);
      }
    }
  }

  /** The time of the next restart, or {@link ProcessEntry#NEVER}. */
  long nextRestartNanos() {
    long nextNanos = ProcessEntry.NEVER;
    for (ProcessEntry entry : table.entries()) {
      nextNanos = Math.min(nextNanos, entry.restartAtNanos());
    }
    return nextNanos;
  }

  private void end(ProcessEntry entry, int status) {
    machine.destroy(entry.process());
    settle(entry, status);
  }

  /** What follows the end of a process: a restart, or a word to whoever waits. */
  private void settle(ProcessEntry entry, int status) {
    entry.ended(status);
    if (entry.isComponent()
        && isRestarted(entry.component().restart(), status)
        && !entry.restartLater(machine.nowNanos())) {
      journal.warning(
          entry.name()
              + " failed too often in a row and stays ended; 'restart "
              + entry.name()
              + "' starts it again");
    }
    if (entry.exited() != 0) {
      machine.signal(entry.exited());
    }
  }

  private static boolean isRestarted(RestartPolicy policy, int status) {
    return switch (policy) {
      case ALWAYS -> true;
      case ON_FAULT -> status != 0;
      case NEVER -> false;
    };
  }

  /**
   * What the kernel says of a fault.
   *
   * @param kind one of {@link FaultKind}
   * @param address that was touched
   * @param instruction where
   * @param code of the architecture
   */
  record Fault(int kind, long address, long instruction, long code) {
    String text() {
      return kindText()
          + " at address 0x"
          + Long.toHexString(address)
          + ", instruction 0x"
          + Long.toHexString(instruction)
          + ", code "
          + code;
    }

    private String kindText() {
      return switch (kind) {
        case FaultKind.READ -> "read fault";
        case FaultKind.WRITE -> "write fault";
        case FaultKind.EXECUTE -> "execute fault";
        case FaultKind.ILLEGAL_INSTRUCTION -> "illegal instruction";
        case FaultKind.ARITHMETIC -> "arithmetic fault";
        case FaultKind.DEBUG -> "breakpoint";
        default -> "fault";
      };
    }
  }
}
