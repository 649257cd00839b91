package edgex.services.supervisor;

import edgex.abi.Rights;
import edgex.manifest.Component;
import edgex.manifest.Grant;
import edgex.manifest.Manifest;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.program.NamedCapability;
import edgex.runtime.system.SystemCalls;
import java.util.ArrayList;
import java.util.List;

/** From what the manifest grants to capabilities. */
final class Grants {
  private static final String PROVIDED = "service";

  private final Manifest manifest;
  private final Endpoints endpoints;

  Grants(Manifest manifest, Endpoints endpoints) {
    this.manifest = manifest;
    this.endpoints = endpoints;
  }

  /**
   * All capabilities of a process but its own process and thread.
   *
   * @param started remembers those that are made for this process alone
   */
  List<NamedCapability> of(ProcessRequest request, StartedProcess started) {
    Component component = request.component();
    List<NamedCapability> capabilities = new ArrayList<>();
    int provided = endpoints.ofProvider(component.name());
    if (provided != 0) {
      capabilities.add(new NamedCapability(PROVIDED, provided, Rights.RECEIVE, 0));
    }
    for (Grant grant : component.grants()) {
      capabilities.add(capability(component, grant, started));
    }
    for (StreamEnd end : request.streams()) {
      addStream(capabilities, end);
    }
    return capabilities;
  }

  private NamedCapability capability(Component component, Grant grant, StartedProcess started) {
    if (grant instanceof Grant.Service service) {
      int endpoint = endpoints.ofService(service.name());
      int badge = manifest.numberOf(component.name());
      return new NamedCapability(grant.name(), endpoint, Rights.SEND, badge);
    }
    if (grant instanceof Grant.Ports ports) {
      int window = SystemCalls.deviceSlice(require("ports"), ports.first(), ports.count());
      int handle = started.own(KernelException.check("take ports " + grant.name(), window));
      return new NamedCapability(grant.name(), handle, Rights.READ | Rights.WRITE, 0);
    }
    if (grant instanceof Grant.DeviceMemory memory) {
      int range =
          SystemCalls.deviceMemory(require("device-memory"), memory.address(), memory.sizeBytes());
      int handle = started.own(KernelException.check("take registers " + grant.name(), range));
      return new NamedCapability(grant.name(), handle, Rights.READ | Rights.WRITE, 0);
    }
    if (grant instanceof Grant.Interrupt interrupt) {
      int line = SystemCalls.interruptCreate(require("interrupts"), interrupt.line());
      int handle = started.own(KernelException.check("take interrupt " + grant.name(), line));
      return new NamedCapability(grant.name(), handle, Rights.CONTROL, 0);
    }
    if (grant instanceof Grant.SystemObject system) {
      return new NamedCapability(grant.name(), require("system"), system.rights(), 0);
    }
    int imageRights = Rights.READ | Rights.EXECUTE | Rights.GRANT;
    return new NamedCapability(grant.name(), require("bootimage"), imageRights, 0);
  }

  private static void addStream(List<NamedCapability> capabilities, StreamEnd end) {
    String prefix = "stream:" + end.name();
    capabilities.add(
        new NamedCapability(prefix + ".memory", end.memory(), Rights.READ | Rights.WRITE, 0));
    capabilities.add(new NamedCapability(prefix + ".wake-peer", end.wakePeer(), Rights.SEND, 0));
    capabilities.add(new NamedCapability(prefix + ".wake-me", end.wakeMe(), end.wakeMeRights(), 0));
  }

  private static int require(String name) {
    return Capabilities.require(name);
  }
}
