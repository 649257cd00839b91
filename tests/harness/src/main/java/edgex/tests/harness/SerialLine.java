package edgex.tests.harness;

import edgex.abi.Rights;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.machine.DeviceAccess;
import edgex.runtime.system.SystemCalls;
import java.nio.charset.StandardCharsets;

/**
 * A serial line, written by polling: I/O ports, or registers in memory. Where the lines of the
 * architecture's usual board are stands in {@code serial-lines.h}.
 */
public final class SerialLine {
  private static final int PAGE_BYTES = 4096;
  private static final int PCI_COMMAND = 0x04;
  private static final int PCI_BASE_ADDRESS = 0x10;
  private static final int PCI_PORTS = 1;

  private final int line;
  private final boolean inMemory;
  private final long base;

  /** Opens a line: 0 is the console, 1 the host link. */
  SerialLine(int line) {
    this.line = line;
    inMemory = SerialLineTable.word(line, SerialLineTable.IN_MEMORY) != 0;
    long start = SerialLineTable.word(line, SerialLineTable.START);
    base = inMemory ? map(start) : start;
    long configuration = SerialLineTable.word(line, SerialLineTable.PCI_CONFIGURATION);
    if (configuration != 0) {
      long page = map(configuration);
      int port = (int) SerialLineTable.word(line, SerialLineTable.PCI_PORT);
      DeviceAccess.write32(page + PCI_BASE_ADDRESS, port | PCI_PORTS);
      DeviceAccess.write32(page + PCI_COMMAND, PCI_PORTS);
    }
  }

  private static long map(long physical) {
    int memory =
        KernelException.check(
            "device memory",
            SystemCalls.deviceMemory(RootMachine.deviceMemory(), physical, PAGE_BYTES));
    return MappedMemory.map(memory, Rights.READ | Rights.WRITE).address();
  }

  /** Writes text. */
  public void print(String text) {
    int status = (int) SerialLineTable.word(line, SerialLineTable.STATUS_OFFSET);
    long mask = SerialLineTable.word(line, SerialLineTable.STATUS_MASK);
    long room = SerialLineTable.word(line, SerialLineTable.STATUS_ROOM);
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      while ((read(status) & mask) != room) {
        SystemCalls.threadYield();
      }
      write(0, value & 0xff);
    }
  }

  /** Reads a register. */
  int read(int offset) {
    return inMemory
        ? DeviceAccess.read8(base + offset)
        : (int) SystemCalls.deviceRead(RootMachine.ports(), base + offset, Byte.BYTES);
  }

  /** Writes a register. */
  void write(int offset, int value) {
    if (inMemory) {
      DeviceAccess.write8(base + offset, value);
    } else {
      KernelException.check(
          "write to the serial line",
          SystemCalls.deviceWrite(RootMachine.ports(), base + offset, Byte.BYTES, value));
    }
  }
}
