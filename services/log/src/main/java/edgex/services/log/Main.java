package edgex.services.log;

import edgex.abi.service.LogDispatcher;
import edgex.runtime.Capabilities;
import edgex.runtime.ipc.Server;
import edgex.runtime.ipc.ServerEvents;
import edgex.runtime.system.SystemCalls;

/**
 * The process. The supervisor tells the names of the components, which are the badges of their
 * capabilities, in the environment: {@code component.NUMBER=NAME}.
 */
public final class Main {
  private static final int MAXIMUM_RECORDS = 512;

  private Main() {}

  /** Serves for ever. */
  public static void main(String[] arguments) {
    KernelLines kernel = new KernelLines(new KernelLogSource(Capabilities.require("system")));
    SystemLog log =
        new SystemLog(
            new LogBuffer(MAXIMUM_RECORDS), SystemCalls::clockNanos, Main::writerName, kernel);
    new Server(Capabilities.require("service"), new LogDispatcher(log), ServerEvents.NONE).run();
  }

  private static String writerName(long badge) {
    String name = System.getenv("component." + badge);
    return name == null ? "client " + badge : name;
  }
}
