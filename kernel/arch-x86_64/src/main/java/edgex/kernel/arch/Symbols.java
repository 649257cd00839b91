package edgex.kernel.arch;

import edgex.kernel.machine.Unsigned;
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
final class Symbols {
  private static final int ENTRIES_OFFSET = 8;
  private static final int ENTRY_BYTES = 8;
  private static final int NAME_OFFSET = 4;

  private Symbols() {}

  /** Whether an address lies in the kernel's code. */
  static boolean isCode(long address) {
    return Unsigned.isBelow(
        address - Instructions.imageStart(), Instructions.textEnd() - Instructions.imageStart());
  }

  /** Start of the function around a code address; the image's start when no name is known. */
  static long functionStart(long address) {
    int index = indexOf(address);
    return Instructions.imageStart() + (index < 0 ? 0 : offset(index));
  }

  /** Writes {@code name+distance} for a code address. */
  static void write(long address) {
    int index = indexOf(address);
    if (index < 0) {
      return;
    }
    long name = Instructions.symbolTable() + KernelMemory.read32(entry(index) + NAME_OFFSET);
    for (long at = name; KernelMemory.read8(at) != 0; at++) {
      Console.write(KernelMemory.read8(at));
    }
    Console.write('+');
    Console.writeDecimal(address - functionStart(address));
  }

  /** Index of the last function that begins at or below an address, or -1. */
  private static int indexOf(long address) {
    long wanted = address - Instructions.imageStart();
    int low = 0;
    int high = KernelMemory.read32(Instructions.symbolTable());
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
    return Unsigned.toLong(KernelMemory.read32(entry(index)));
  }

  private static long entry(int index) {
    return Instructions.symbolTable() + ENTRIES_OFFSET + (long) index * ENTRY_BYTES;
  }
}
