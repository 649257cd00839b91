package edgex.apps.shell;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FileContent;
import edgex.abi.service.HostLink;
import edgex.abi.service.HostLinkClient;
import edgex.abi.service.Supervisor;
import edgex.runtime.files.FileContents;
import edgex.runtime.ipc.MessageChannel;
import edgex.runtime.ipc.Notification;
import edgex.runtime.system.SystemCalls;
import java.io.IOException;

/**
 * One command from the machine's command line: runs it, sends the host the files that it asked for
 * (environment {@code get.0}, {@code get.1}, ...) and the exit status, and switches the machine
 * off.
 */
final class CommandRun {
  private static final long FOR_EVER = -1;

  private final Shell shell;
  private final Notification wakeUp;
  private final Supervisor supervisor;

  CommandRun(Shell shell, Notification wakeUp, Supervisor supervisor) {
    this.shell = shell;
    this.wakeUp = wakeUp;
    this.supervisor = supervisor;
  }

  /** Does all of it. */
  void run(String command) {
    shell.accept(command);
    while (!shell.isIdle()) {
      shell.run();
      if (!shell.isIdle() && shell.announceWait()) {
        wakeUp.await(FOR_EVER);
      }
    }
    try {
      HostLink host = new HostLinkClient(MessageChannel.to("host-link"));
      for (int i = 0; System.getenv("get." + i) != null; i++) {
        send(host, System.getenv("get." + i));
      }
      host.sendExit(shell.lastStatus());
      supervisor.power(Supervisor.POWER_OFF);
    } catch (ServiceException failure) {
      throw new IllegalStateException("the host cannot be told how the command ended", failure);
    }
  }

  private static void send(HostLink host, String path) throws ServiceException {
    FileContent content;
    try {
      content = FileContents.map(path);
    } catch (IOException missing) {
      host.sendMissing(path);
      return;
    }
    host.sendFile(path, content.memory(), content.sizeBytes());
    SystemCalls.capabilityDelete(content.memory());
  }
}
