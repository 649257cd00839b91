package edgex.runtime.machine;

import java.util.HashMap;
import java.util.Map;

/** The JVM's twin of the device's class: a test lays out the start block and counts addresses. */
public final class StartData {
  private static final long MESSAGE_PAGE = RawMemory.allocate(4096);
  private static final long FIRST_FREE = 0x10_0000_0000L;

  private static final Map<Long, Long> RESERVED = new HashMap<>();

  private static long startBlock;
  private static long nextFree = FIRST_FREE;

  private StartData() {}

  /** What the process is started with, for a test. */
  public static void setStartBlock(byte[] block) {
    startBlock = RawMemory.allocate(block.length);
    RawMemory.write(startBlock, block, 0, block.length);
  }

  /** Ranges that are set aside: first address and size. */
  public static Map<Long, Long> reserved() {
    return new HashMap<>(RESERVED);
  }

  public static long startBlock() {
    return startBlock;
  }

  public static long rootWord(int index) {
    return 0;
  }

  public static long messagePage() {
    return MESSAGE_PAGE;
  }

  /** {@code EM_X86_64}. */
  public static int elfMachine() {
    return 62;
  }

  public static long reserveAddresses(long sizeBytes) {
    long address = nextFree;
    nextFree += sizeBytes;
    RESERVED.put(address, sizeBytes);
    return address;
  }

  public static long releaseAddresses(long address, long sizeBytes) {
    if (!RESERVED.remove(address, sizeBytes)) {
      throw new IllegalStateException("not a whole range: " + address + ", " + sizeBytes);
    }
    return 0;
  }
}
