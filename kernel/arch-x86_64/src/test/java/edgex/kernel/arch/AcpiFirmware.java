package edgex.kernel.arch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes ACPI tables into simulated RAM, as firmware would. */
final class AcpiFirmware {
  static final long POINTER = 0xf_0000;
  static final long ROOT = 0x10_0000;
  static final long MADT = 0x10_1000;
  static final long FADT = 0x10_2000;
  static final long DSDT = 0x10_3000;
  static final long IO_APIC = 0xfec0_0000L;

  private AcpiFirmware() {}

  /** A machine with 2 processors, 24 lines, line 9 overridden, power off by port 0x604, type 5. */
  static void writeGoodTables() {
    PhysicalMemory.clear();
    PhysicalMemory.write(MADT, table("APIC", interrupts()));
    PhysicalMemory.write(FADT, table("FACP", fixed()));
    PhysicalMemory.write(DSDT, table("DSDT", code()));
    ByteBuffer roots = buffer(8).putInt((int) MADT).putInt((int) FADT);
    PhysicalMemory.write(ROOT, table("RSDT", bytes(roots)));
    ByteBuffer pointer = buffer(36).put("RSD PTR ".getBytes(StandardCharsets.US_ASCII));
    pointer.putInt(16, (int) ROOT);
    pointer.put(8, checksum(bytes(pointer), 20));
    PhysicalMemory.write(POINTER, bytes(pointer));
  }

  /** A table with header, length and checksum around a body. */
  static byte[] table(String signature, byte[] body) {
    ByteBuffer table = buffer(36 + body.length);
    table.put(signature.getBytes(StandardCharsets.US_ASCII));
    table.putInt(4, table.capacity());
    table.put(36, body);
    table.put(9, checksum(bytes(table), table.capacity()));
    return bytes(table);
  }

  private static byte[] interrupts() {
    ByteBuffer body = buffer(8 + 8 + 8 + 12 + 10 + 6);
    body.putInt(0xfee00000).putInt(1);
    body.put((byte) 0).put((byte) 8).put((byte) 0).put((byte) 0).putInt(1);
    body.put((byte) 0).put((byte) 8).put((byte) 1).put((byte) 1).putInt(1);
    body.put((byte) 1).put((byte) 12).putShort((short) 0).putInt((int) IO_APIC).putInt(0);
    body.put((byte) 2).put((byte) 10).put((byte) 0).put((byte) 9).putInt(9).putShort((short) 0xf);
    body.put((byte) 4).put((byte) 6).putInt(0);
    return bytes(body);
  }

  private static byte[] fixed() {
    ByteBuffer body = buffer(244 - 36);
    body.putInt(40 - 36, (int) DSDT);
    body.putInt(64 - 36, 0x604);
    body.putInt(76 - 36, 0x608);
    body.putInt(112 - 36, 1 << 10);
    body.put(116 - 36, (byte) 1);
    body.putLong(120 - 36, 0xcf9);
    body.put(128 - 36, (byte) 0xf);
    return bytes(body);
  }

  private static byte[] code() {
    ByteBuffer body = buffer(64);
    body.position(20);
    body.put((byte) 0x08).put("_S5_".getBytes(StandardCharsets.US_ASCII));
    body.put((byte) 0x12).put((byte) 0x06).put((byte) 0x04);
    body.put((byte) 0x0a).put((byte) 5).put((byte) 0).put((byte) 0).put((byte) 0);
    return bytes(body);
  }

  static byte checksum(byte[] content, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += content[i];
    }
    return (byte) -sum;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] content = new byte[buffer.capacity()];
    buffer.get(0, content);
    return content;
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
