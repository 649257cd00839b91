package edgex.boot.uefi;

import edgex.abi.declare.BootOnly;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** What the kernel is told: the first line of a text file on the boot volume; none is no words. */
@StaticInit
@Unmanaged
public final class CommandLine {
  /** The kernel keeps no more. */
  static final int MAXIMUM_BYTES = 2047;

  private static final String PATH = "\\EDGEX\\COMMAND.TXT";

  private static long address;
  private static int lengthBytes;

  private CommandLine() {}

  /** Reads the file. */
  @BootOnly(reason = "allocates")
  public static void read() {
    address = Pages.allocate(MAXIMUM_BYTES + 1);
    lengthBytes = 0;
    BootFile file = BootFile.readIfPresent(PATH);
    if (file != null) {
      copyFirstLine(file.address(), file.sizeBytes());
    }
    Memory.write8(address + lengthBytes, 0);
  }

  private static void copyFirstLine(long text, long sizeBytes) {
    for (long i = 0; i < sizeBytes; i++) {
      int value = Memory.read8(text + i);
      if (value == '\n' || value == '\r' || value == 0) {
        return;
      }
      if (lengthBytes == MAXIMUM_BYTES) {
        Failure.exit(PATH, ": the line is longer than 2047 bytes");
        return;
      }
      Memory.write8(address + lengthBytes, value);
      lengthBytes++;
    }
  }

  /** Where the text is; a zero byte ends it. */
  public static long address() {
    return address;
  }

  /** Its length without the zero. */
  public static int lengthBytes() {
    return lengthBytes;
  }
}
