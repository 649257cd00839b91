package edgex.services.supervisor;

import edgex.abi.Rights;
import edgex.manifest.StreamLink;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.ipc.Notification;
import edgex.runtime.stream.Ring;
import edgex.runtime.system.SystemCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The streams between components. They are the supervisor's, so what lies in them outlives a
 * restart of either side. All streams of a component wake it by one notification, which it may also
 * derive from, for its interrupts and for streams that it makes itself.
 */
final class ComponentStreams {
  private static final int WAKE_ME_RIGHTS = Rights.RECEIVE | Rights.SEND | Rights.GRANT;

  private final Map<String, Notification> wakes = new HashMap<>();
  private final Map<String, List<StreamEnd>> ends = new HashMap<>();

  /** Makes them all. */
  ComponentStreams(List<StreamLink> links) {
    for (StreamLink link : links) {
      int memory =
          KernelException.check(
              "create stream",
              SystemCalls.memoryCreate(
                  Capabilities.require("process"), Ring.sizeBytes(link.capacityBytes())));
      int producer = wake(link.producer()).handle();
      int consumer = wake(link.consumer()).handle();
      StreamEnd writing =
          new StreamEnd(link.producerSlot(), memory, consumer, producer, WAKE_ME_RIGHTS);
      StreamEnd reading =
          new StreamEnd(link.consumerSlot(), memory, producer, consumer, WAKE_ME_RIGHTS);
      endsOf(link.producer()).add(writing);
      endsOf(link.consumer()).add(reading);
    }
  }

  /** The ends that a component has. */
  List<StreamEnd> endsOf(String component) {
    return ends.computeIfAbsent(component, name -> new ArrayList<>());
  }

  private Notification wake(String component) {
    return wakes.computeIfAbsent(component, name -> Notification.create());
  }
}
