package edgex.runtime;

import edgex.runtime.machine.RawMemory;
import java.nio.charset.StandardCharsets;

/** Texts of the start block: UTF-8, ended by a zero byte. */
final class StartText {
  private StartText() {}

  static String read(long address) {
    byte[] bytes = new byte[sizeBytes(address) - 1];
    RawMemory.read(address, bytes, 0, bytes.length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** With the zero byte. */
  static int sizeBytes(long address) {
    int size = 1;
    while (RawMemory.getByte(address + size - 1) != 0) {
      size++;
    }
    return size;
  }
}
