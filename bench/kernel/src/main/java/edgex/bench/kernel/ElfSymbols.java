package edgex.bench.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Addresses of the symbols of an ELF64 file, by name (System V ABI, chapter 4). */
final class ElfSymbols {
  private static final int HEADERS_OFFSET = 40;
  private static final int COUNT_OFFSET = 60;
  private static final int HEADER_BYTES = 64;
  private static final int TYPE_OFFSET = 4;
  private static final int TYPE_SYMBOLS = 2;
  private static final int CONTENT_OFFSET = 24;
  private static final int SIZE_OFFSET = 32;
  private static final int LINK_OFFSET = 40;
  private static final int SYMBOL_BYTES = 24;
  private static final int VALUE_OFFSET = 8;

  private ElfSymbols() {}

  /**
   * Reads the addresses; of symbols that share a name, one.
   *
   * @throws IllegalArgumentException if the file is cut off
   */
  static Map<String, Long> addresses(byte[] bytes) {
    ByteBuffer elf = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, Long> addresses = new HashMap<>();
    try {
      int headers = Math.toIntExact(elf.getLong(HEADERS_OFFSET));
      int count = Short.toUnsignedInt(elf.getShort(COUNT_OFFSET));
      if (headers < 0 || headers > bytes.length - HEADER_BYTES * count) {
        throw new IllegalArgumentException("the ELF file is cut off");
      }
      for (int i = 0; i < count; i++) {
        int header = headers + HEADER_BYTES * i;
        if (elf.getInt(header + TYPE_OFFSET) == TYPE_SYMBOLS) {
          int names = headers + HEADER_BYTES * elf.getInt(header + LINK_OFFSET);
          add(elf, header, Math.toIntExact(elf.getLong(names + CONTENT_OFFSET)), addresses);
        }
      }
      return addresses;
    } catch (IndexOutOfBoundsException | ArithmeticException cutOff) {
      throw new IllegalArgumentException("the ELF file is cut off", cutOff);
    }
  }

  private static void add(ByteBuffer elf, int header, int texts, Map<String, Long> addresses) {
    int first = Math.toIntExact(elf.getLong(header + CONTENT_OFFSET));
    int end = first + Math.toIntExact(elf.getLong(header + SIZE_OFFSET));
    for (int symbol = first; symbol < end; symbol += SYMBOL_BYTES) {
      String name = text(elf, texts + elf.getInt(symbol));
      addresses.put(name, elf.getLong(symbol + VALUE_OFFSET));
    }
  }

  private static String text(ByteBuffer elf, int start) {
    int end = start;
    while (elf.get(end) != 0) {
      end++;
    }
    byte[] name = new byte[end - start];
    elf.get(start, name);
    return new String(name, StandardCharsets.UTF_8);
  }
}
