package edgex.runtime.ipc;

import edgex.abi.MessagePage;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;
import edgex.runtime.machine.Trap;

/**
 * The registers of a message call, in the free part of the main thread's message page. All managed
 * code runs on that thread.
 *
 * <pre>
 *   0 handle, 8 information, 16 words 0 to 7, 80 time-out in nanoseconds, 88 badge
 * </pre>
 */
final class MessageRegisters {
  private static final int HANDLE = 0;
  private static final int INFORMATION = 8;
  private static final int WORDS = 16;
  private static final int TIMEOUT = 80;
  private static final int BADGE = 88;

  private MessageRegisters() {}

  /** Address of the main thread's message page. */
  static long page() {
    return StartData.messagePage();
  }

  static void putWord(int index, long word) {
    RawMemory.putLong(block() + WORDS + ((long) index << 3), word);
  }

  static long word(int index) {
    return RawMemory.getLong(block() + WORDS + ((long) index << 3));
  }

  static long badge() {
    return RawMemory.getLong(block() + BADGE);
  }

  static long information() {
    return RawMemory.getLong(block() + INFORMATION);
  }

  /** Makes the call and returns its status. */
  static int trap(int number, long handle, long information, long timeoutNanos) {
    long block = block();
    RawMemory.putLong(block + HANDLE, handle);
    RawMemory.putLong(block + INFORMATION, information);
    RawMemory.putLong(block + TIMEOUT, timeoutNanos);
    return (int) Trap.message(number, block);
  }

  private static long block() {
    return page() + MessagePage.FREE_OFFSET;
  }
}
