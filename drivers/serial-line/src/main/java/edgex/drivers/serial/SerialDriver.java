package edgex.drivers.serial;

import edgex.abi.Rights;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.ipc.Notification;
import edgex.runtime.stream.StreamInput;
import edgex.runtime.stream.StreamOutput;
import edgex.runtime.stream.Streams;
import edgex.runtime.system.SystemCalls;

/**
 * The process of a serial line: waits for the interrupt {@code line} and for its two streams,
 * {@code received} which it writes and {@code send} which it reads.
 *
 * <p>The interrupt is acknowledged before the device is served: what happens after that raises it
 * again, so nothing is missed.
 */
public final class SerialDriver implements Queues {
  private static final long INTERRUPT_BIT = 1L << 63;
  private static final long FOR_EVER = -1;

  private final StreamOutput received = Streams.openOutput("received");
  private final StreamInput send = Streams.openInput("send");
  private final int interrupt = Capabilities.require("line");
  private final Notification wakeUp = new Notification(Capabilities.require("stream:send.wake-me"));
  private final byte[] single = new byte[1];

  /** Takes the streams and the interrupt that the process was granted. */
  public SerialDriver() {}

  /** Serves a device for ever; ends the process when the device is not there. */
  public void run(SerialDevice device) {
    if (!device.isPresent()) {
      System.err.println("no such device answers at these registers");
      System.exit(1);
    }
    bindInterrupt();
    device.initialize();
    while (true) {
      SystemCalls.interruptAcknowledge(interrupt);
      device.service();
      if (send.announceWait()) {
        wakeUp.await(FOR_EVER);
      }
    }
  }

  private void bindInterrupt() {
    int signal = wakeUp.derive(Rights.SEND, INTERRUPT_BIT);
    KernelException.check("bind interrupt", SystemCalls.interruptBind(interrupt, signal));
  }

  @Override
  public boolean received(int value) {
    single[0] = (byte) value;
    return received.tryWrite(single, 0, 1) == 1;
  }

  @Override
  public int nextToSend(byte[] target) {
    return Math.max(0, send.tryRead(target, 0, target.length));
  }
}
