package edgex.apps.shell;

import edgex.abi.Rights;
import edgex.runtime.MappedMemory;
import edgex.runtime.ipc.Notification;
import edgex.runtime.stream.NotificationDoorbell;
import edgex.runtime.stream.Ring;
import edgex.runtime.stream.StreamInput;
import edgex.runtime.stream.StreamOutput;
import edgex.runtime.system.SystemCalls;

/**
 * A stream that the shell made: between itself and a process, or between two processes. The shell
 * closes the side of a process that ended.
 */
final class ChildStream {
  /** Enough for several lines; a power of two. */
  static final int CAPACITY_BYTES = 4096;

  private final MappedMemory memory;
  private final Ring ring;
  private final Wake producer;
  private final Wake consumer;

  private ChildStream(Wake producer, Wake consumer) {
    this.memory = MappedMemory.create(Ring.sizeBytes(CAPACITY_BYTES));
    this.ring = new Ring(memory.address(), memory.sizeBytes());
    this.producer = producer;
    this.consumer = consumer;
  }

  /**
   * How one side is woken.
   *
   * @param signal what the other side signals
   * @param await what the side itself waits on
   */
  private record Wake(int signal, int await) {
    /** Of a process: a notification of its own. */
    static Wake ofChild() {
      Notification notification = Notification.create();
      Wake wake = ofShell(notification);
      SystemCalls.capabilityDelete(notification.handle());
      return wake;
    }

    /** Of the shell: the one notification that it waits on for everything. */
    static Wake ofShell(Notification notification) {
      return new Wake(
          notification.derive(Rights.SEND | Rights.GRANT, 0),
          notification.derive(Rights.RECEIVE | Rights.GRANT, 0));
    }

    void delete() {
      SystemCalls.capabilityDelete(signal);
      SystemCalls.capabilityDelete(await);
    }
  }

  /** From the shell to a process. */
  static ChildStream toChild(Notification shellWake) {
    return new ChildStream(Wake.ofShell(shellWake), Wake.ofChild());
  }

  /** From a process to the shell. */
  static ChildStream fromChild(Notification shellWake) {
    return new ChildStream(Wake.ofChild(), Wake.ofShell(shellWake));
  }

  /** From one process to another. */
  static ChildStream betweenChildren() {
    return new ChildStream(Wake.ofChild(), Wake.ofChild());
  }

  int memory() {
    return memory.handle();
  }

  /** Notification by which the producer is woken. */
  int producerSignal() {
    return producer.signal();
  }

  /** Notification that the producer waits on. */
  int producerAwait() {
    return producer.await();
  }

  /** Notification by which the consumer is woken. */
  int consumerSignal() {
    return consumer.signal();
  }

  /** Notification that the consumer waits on. */
  int consumerAwait() {
    return consumer.await();
  }

  /** The shell's end as consumer. */
  StreamInput input() {
    return new StreamInput(ring, new NotificationDoorbell(producer.signal(), consumer.await()));
  }

  /** The shell's end as producer. */
  StreamOutput output() {
    return new StreamOutput(ring, new NotificationDoorbell(consumer.signal(), producer.await()));
  }

  /** How many bytes the consumer has not read, as far as it can be believed. */
  int unreadBytes() {
    return ring.available();
  }

  /** The process that produced has ended: what it wrote can still be read, no more will come. */
  void producerEnded() {
    ring.closeProducer();
    if (ring.takeConsumerWaits()) {
      Notification.signal(consumer.signal());
    }
  }

  /** The process that consumed has ended: whoever writes learns that nobody reads. */
  void consumerEnded() {
    ring.closeConsumer();
    if (ring.takeProducerWaits()) {
      Notification.signal(producer.signal());
    }
  }

  /** Gives everything back. Both sides must be done with it. */
  void delete() {
    memory.delete();
    producer.delete();
    consumer.delete();
  }
}
