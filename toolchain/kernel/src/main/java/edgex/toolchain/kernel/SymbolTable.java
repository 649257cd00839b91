package edgex.toolchain.kernel;

import edgex.toolchain.aot.AotException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of a kernel's functions inside the kernel itself, for the backtrace of a panic. The
 * linker script reserves a section {@code .symbols} that stays empty in the link; this fills it in
 * place, so no address moves:
 *
 * <pre>
 *   0 u32 count, u32 reserved
 *   8 count times: u32 address - image_start, u32 name - start of the table; ascending
 *     names, each ending with a zero byte
 * </pre>
 */
final class SymbolTable {
  private static final String SECTION = ".symbols";
  private static final String TEXT_SECTION = ".text";
  private static final String METHOD_PREFIX = "meth_";
  private static final int HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 8;

  private SymbolTable() {}

  /**
   * Returns the image with names.
   *
   * @param image a linked ELF64 file, little-endian, with {@code .text} and {@code .symbols}
   * @throws AotException when the names need more room than the linker script reserves
   */
  static byte[] fillIn(byte[] image) throws AotException {
    ElfImage elf = new ElfImage(image);
    ElfImage.Section text = elf.section(TEXT_SECTION);
    ElfImage.Section place = elf.section(SECTION);
    Map<Long, String> functions = new TreeMap<>(Long::compareUnsigned);
    for (ElfImage.Symbol symbol : elf.symbols()) {
      boolean inText = symbol.address() >= text.address() && symbol.address() < text.end();
      if (inText && symbol.isCode()) {
        functions.merge(symbol.address(), symbol.name(), SymbolTable::better);
      }
    }
    byte[] table = encode(functions, text.address());
    if (table.length > place.sizeBytes()) {
      throw new AotException(
          "the kernel's "
              + functions.size()
              + " function names take "
              + table.length
              + " bytes, kernel.ld reserves "
              + place.sizeBytes());
    }
    byte[] filled = image.clone();
    System.arraycopy(table, 0, filled, (int) place.offset(), table.length);
    return filled;
  }

  /** Of two names of one address the shorter, and the earlier of equally long ones. */
  private static String better(String first, String second) {
    if (first.length() != second.length()) {
      return first.length() < second.length() ? first : second;
    }
    return first.compareTo(second) <= 0 ? first : second;
  }

  private static byte[] encode(Map<Long, String> functions, long imageStart) {
    int namesOffset = HEADER_BYTES + ENTRY_BYTES * functions.size();
    ByteBuffer entries = ByteBuffer.allocate(namesOffset).order(ByteOrder.LITTLE_ENDIAN);
    entries.putInt(functions.size()).putInt(0);
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    functions.forEach(
        (address, name) -> {
          entries.putInt((int) (address - imageStart)).putInt(namesOffset + names.size());
          names.writeBytes(readable(name).getBytes(StandardCharsets.UTF_8));
          names.write(0);
        });
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    table.writeBytes(entries.array());
    table.writeBytes(names.toByteArray());
    return table.toByteArray();
  }

  /** {@code meth_eki_FastPath_call} is method call of class e.k.i.FastPath. */
  private static String readable(String name) {
    return name.startsWith(METHOD_PREFIX) ? name.substring(METHOD_PREFIX.length()) : name;
  }
}
