package edgex.kernel.machine;

import edgex.kernel.arch.Platform;
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
public final class Symbols {
  private static final int ENTRIES_OFFSET = 8;
  private static final int ENTRY_BYTES = 8;
  private static final int NAME_OFFSET = 4;

  private static long imageStart;
  private static long textBytes;
  private static long table;

  private Symbols() {}

  /** Tells where the image's code and the table lie; before that there are no names. */
  public static void initialize(long imageStartAddress, long textEnd, long tableAddress) {
    imageStart = imageStartAddress;
    textBytes = textEnd - imageStartAddress;
    table = tableAddress;
  }

  /** Whether an address lies in the kernel's code. */
  public static boolean isCode(long address) {
    return Unsigned.isBelow(address - imageStart, textBytes);
  }

  /** Start of the function around a code address; the image's start when no name is known. */
  public static long functionStart(long address) {
    int index = indexOf(address);
    return imageStart + (index < 0 ? 0 : offset(index));
  }

  /** Writes {@code name+distance} for a code address. */
  public static void write(long address) {
    int index = indexOf(address);
    if (index < 0) {
      return;
    }
    long name = table + read32(entry(index) + NAME_OFFSET);
    for (long at = name; read8(at) != 0; at++) {
      Platform.consoleWrite(read8(at));
    }
    Platform.consoleWrite('+');
    ConsoleText.writeDecimal(address - functionStart(address));
  }

  /** Index of the last function that begins at or below an address, or -1. */
  private static int indexOf(long address) {
    long wanted = address - imageStart;
    int low = 0;
    int high = read32(table);
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
    return Unsigned.toLong(read32(entry(index)));
  }

  private static long entry(int index) {
    return table + ENTRIES_OFFSET + (long) index * ENTRY_BYTES;
  }

  private static int read8(long address) {
    return Address.fromLong(address).getByte() & 0xff;
  }

  private static int read32(long address) {
    return Address.fromLong(address).getInt();
  }
}
