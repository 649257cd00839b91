package edgex.apps.shell;

import edgex.abi.Rights;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.Log;
import edgex.abi.service.LogClient;
import edgex.abi.service.MachineStatus;
import edgex.abi.service.Supervisor;
import edgex.abi.service.SupervisorClient;
import edgex.runtime.Capabilities;
import edgex.runtime.ipc.MessageChannel;
import edgex.runtime.ipc.Notification;
import edgex.runtime.stream.Streams;
import java.util.List;

/**
 * The process. With a command on the machine's command line it runs that and switches the machine
 * off; otherwise it talks to the terminal.
 */
public final class Main {
  private Main() {}

  /** Runs until the machine is switched off. */
  public static void main(String[] arguments) {
    SupervisorClient supervisor = new SupervisorClient(MessageChannel.to("supervisor"));
    Terminal terminal = new Terminal(Streams.openInput("keyboard"), Streams.openOutput("screen"));
    Notification wakeUp = new Notification(Capabilities.require("stream:keyboard.wake-me"));
    int exited = wakeUp.derive(Rights.SEND | Rights.GRANT, 0);
    Job.Wiring wiring = new Job.Wiring(wakeUp, exited, terminal.screen());
    List<String> commandNames = CommandNames.load();
    Shell shell = new Shell(terminal, new Processes(supervisor), wiring, commandNames);
    logReady(supervisor);
    String command = System.getenv("command");
    if (command == null) {
      new Dialogue(shell, terminal, wakeUp, commandNames).run();
    } else {
      new CommandRun(shell, wakeUp, supervisor).run(command);
    }
  }

  /** Tells the log when the system was ready, and in how much memory. */
  private static void logReady(Supervisor supervisor) {
    try {
      MachineStatus machine = supervisor.machine();
      long usedBytes = machine.totalBytes() - machine.freeBytes();
      new LogClient(MessageChannel.to("log"))
          .append(Log.INFORMATION, "ready, " + usedBytes + " bytes of RAM in use");
    } catch (ServiceException failure) {
      System.err.println("the log cannot be reached: " + failure.getMessage());
    }
  }
}
