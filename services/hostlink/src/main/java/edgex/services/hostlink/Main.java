package edgex.services.hostlink;

import edgex.abi.service.HostLinkDispatcher;
import edgex.runtime.Capabilities;
import edgex.runtime.ipc.Server;
import edgex.runtime.ipc.ServerEvents;
import edgex.runtime.stream.StreamOutput;
import edgex.runtime.stream.Streams;

/** The process. Its stream {@code send} goes to the driver of the serial line to the host. */
public final class Main {
  private Main() {}

  /** Serves for ever. */
  public static void main(String[] arguments) {
    StreamOutput line = Streams.openOutput("send");
    HostLinkService service =
        new HostLinkService(new RecordWriter(line), new GrantedMemory(), line::drain);
    new Server(Capabilities.require("service"), new HostLinkDispatcher(service), ServerEvents.NONE)
        .run();
  }
}
