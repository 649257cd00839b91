package edgex.kernel.machine;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Names of the kernel's functions, for backtraces. The linker script reserves the section {@code
 * .symbols}; the build fills it in from the linked image:
 *
 * <pre>
 *   0 u32 count
 *   4 u32 reserved
 *   8 count times: u32 address - image_start, u32 name - start of this table; by address
 *     names, each ending with a zero byte
 * </pre>
 */
@StaticInit
@Unmanaged
public final class SymbolTable {
  private static final int ENTRIES_OFFSET = 8;
  private static final int ENTRY_BYTES = 8;
  private static final int NAME_OFFSET = 4;

  private static long table;
  private static long codeStart;
  private static long codeEnd;

  private SymbolTable() {}

  /** Says where the table and the code that it describes lie; before that nothing has a name. */
  public static void use(long tableAddress, long codeStartAddress, long codeEndAddress) {
    table = tableAddress;
    codeStart = codeStartAddress;
    codeEnd = codeEndAddress;
  }

  /** Whether an address lies in the kernel's code. */
  public static boolean isCode(long address) {
    return Unsigned.isBelow(address - codeStart, codeEnd - codeStart);
  }

  /** Start of the function around a code address; the image's start when no name is known. */
  public static long functionStart(long address) {
    int index = indexOf(address);
    return codeStart + (index < 0 ? 0 : offset(index));
  }

  /** Writes {@code name+distance} for a code address. */
  public static void write(long address) {
    int index = indexOf(address);
    if (index < 0) {
      return;
    }
    long name = table + Address.fromLong(entry(index) + NAME_OFFSET).getInt();
    ConsoleText.write(Address.fromLong(name));
    ConsoleText.write("+");
    ConsoleText.decimal(address - functionStart(address));
  }

  /** Index of the last function that begins at or below an address, or -1. */
  private static int indexOf(long address) {
    if (table == 0) {
      return -1;
    }
    long wanted = address - codeStart;
    int low = 0;
    int high = Address.fromLong(table).getInt();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offset(middle) <= wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private static long offset(int index) {
    return Unsigned.toLong(Address.fromLong(entry(index)).getInt());
  }

  private static long entry(int index) {
    return table + ENTRIES_OFFSET + (long) index * ENTRY_BYTES;
  }
}
