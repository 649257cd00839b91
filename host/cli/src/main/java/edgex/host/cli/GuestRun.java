package edgex.host.cli;

import edgex.host.build.DiskErrors;
import edgex.host.machine.HostLinkDecoder;
import edgex.host.machine.HostLinkReport;
import edgex.host.machine.Machine;
import edgex.host.machine.MachineException;
import edgex.host.machine.MachineOptions;
import edgex.host.machine.Outcome;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Runs one guest and turns what happened into messages and an exit status. */
final class GuestRun {
  private final MachineOptions options;
  private final Transfers transfers;
  private final boolean hasCommand;

  GuestRun(MachineOptions options, Transfers transfers, boolean hasCommand) {
    this.options = options;
    this.transfers = transfers;
    this.hasCommand = hasCommand;
  }

  /** The guest's exit status, or what stands for its absence. */
  int run() throws UserException, InterruptedException {
    Outcome outcome;
    try {
      outcome = start();
    } catch (MachineException failure) {
      throw new UserException(failure.getMessage());
    }
    if (outcome.end() == Outcome.End.INTERRUPTED) {
      // The JVM is on its way out already; its status will be that of the signal.
      return ExitStatus.GUEST_FAILED;
    }
    if (outcome.end() == Outcome.End.TIMED_OUT) {
      throw new UserException(
          "the guest did not end within "
              + options.timeLimit().orElseThrow().toSeconds()
              + " seconds: QEMU stopped",
          ExitStatus.TIMED_OUT);
    }
    if (outcome.emulatorStatus() != 0) {
      throw new UserException(
          "QEMU ended with status " + outcome.emulatorStatus(), ExitStatus.GUEST_FAILED);
    }
    return judge(report());
  }

  private Outcome start() throws MachineException, InterruptedException {
    Machine machine = new Machine(options);
    machine.onInterruption(() -> System.err.println("edgex: interrupted: QEMU stopped"));
    if (hasCommand) {
      return machine.run(new FileOutputStream(FileDescriptor.out));
    }
    System.err.println("Booting EdgeX in QEMU; Ctrl-A X quits.");
    return machine.runInteractive();
  }

  private HostLinkReport report() throws UserException {
    try {
      byte[] link = Files.readAllBytes(options.hostLink());
      return options.bootDisk().isPresent()
          ? HostLinkDecoder.decodeAfterFirmware(link)
          : HostLinkDecoder.decode(link);
    } catch (IOException cause) {
      throw new UserException("host link: " + DiskErrors.explain(cause));
    }
  }

  private int judge(HostLinkReport report) throws UserException {
    if (report.panicked()) {
      throw new UserException("the guest's kernel panicked", ExitStatus.GUEST_FAILED);
    }
    if (report.damage().isPresent()) {
      throw new UserException(report.damage().get(), ExitStatus.GUEST_FAILED);
    }
    if (!hasCommand) {
      return report.exitStatus().orElse(0);
    }
    if (report.exitStatus().isEmpty()) {
      throw new UserException(
          "the guest ended without an exit status: it was reset or switched off",
          ExitStatus.GUEST_FAILED);
    }
    List<String> problems = transfers.save(report);
    int status = report.exitStatus().getAsInt();
    if (!problems.isEmpty()) {
      throw new UserException(
          String.join("\nedgex: ", problems), status == 0 ? ExitStatus.FAILURE : status);
    }
    return status;
  }
}
