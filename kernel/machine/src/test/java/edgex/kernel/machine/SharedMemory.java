package edgex.kernel.machine;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/** Words that threads of the JVM share: takes the place of the machine's under JUnit. */
final class SharedMemory {
  static final int LINE_BYTES = 64;

  private static final AtomicIntegerArray WORDS = new AtomicIntegerArray(1 << 12);
  private static int allocatedBytes;

  private SharedMemory() {}

  static synchronized long allocateLines(int count) {
    long address = allocatedBytes;
    allocatedBytes += count * LINE_BYTES;
    return address;
  }

  static int loadAcquire32(long address) {
    return WORDS.getAcquire(index(address));
  }

  static void storeRelease32(long address, int value) {
    WORDS.setRelease(index(address), value);
  }

  static int fetchAdd32(long address, int addend) {
    return WORDS.getAndAdd(index(address), addend);
  }

  static void pause() {
    LockSupport.parkNanos(1);
  }

  private static int index(long address) {
    return Math.toIntExact(address / Integer.BYTES);
  }
}
