package edgex.abi.declare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory of 64 bytes, little-endian as the machines are. */
final class ArrayMemory {
  static final ByteBuffer BYTES = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);

  private ArrayMemory() {}

  static byte read8(long address) {
    return BYTES.get((int) address);
  }

  static short read16(long address) {
    return BYTES.getShort((int) address);
  }

  static int read32(long address) {
    return BYTES.getInt((int) address);
  }

  static long read64(long address) {
    return BYTES.getLong((int) address);
  }

  static void write8(long address, byte value) {
    BYTES.put((int) address, value);
  }

  static void write16(long address, short value) {
    BYTES.putShort((int) address, value);
  }

  static void write32(long address, int value) {
    BYTES.putInt((int) address, value);
  }

  static void write64(long address, long value) {
    BYTES.putLong((int) address, value);
  }
}
