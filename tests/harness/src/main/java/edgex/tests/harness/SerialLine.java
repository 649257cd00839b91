package edgex.tests.harness;

import edgex.runtime.KernelException;
import edgex.runtime.system.SystemCalls;
import java.nio.charset.StandardCharsets;

/** A 16550 serial line, written by polling through a capability for I/O ports. */
public final class SerialLine {
  /** The line that carries what the user sees. */
  public static final int CONSOLE_PORT = 0x3f8;

  /** The line that the host link's records go over. */
  public static final int HOST_LINK_PORT = 0x2f8;

  private static final int STATUS_OFFSET = 5;
  private static final int STATUS_ROOM = 0x20;

  private final int ports;
  private final int base;

  /** Uses the line whose registers start at a port of a device window that starts at 0. */
  public SerialLine(int ports, int base) {
    this.ports = ports;
    this.base = base;
  }

  /** Writes text. */
  public void print(String text) {
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      while ((SystemCalls.deviceRead(ports, base + STATUS_OFFSET, 1) & STATUS_ROOM) == 0) {
        SystemCalls.threadYield();
      }
      KernelException.check(
          "write to the serial line", SystemCalls.deviceWrite(ports, base, 1, value & 0xff));
    }
  }
}
