package edgex.tests.harness;

import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.Trap;

/**
 * The registers of a message call, in memory that this process can reach: to be filled before the
 * call and read after it.
 *
 * <pre>
 *   0 handle, 8 information, 16 words 0 to 7, 80 time-out in nanoseconds, 88 badge
 * </pre>
 */
public final class MessageBlock {
  /** Size of the block. */
  public static final int BYTES = 96;

  private static final int INFORMATION = 8;
  private static final int WORDS = 16;
  private static final int TIMEOUT = 80;
  private static final int BADGE = 88;

  private final long address;

  /** Uses a block at an address. */
  public MessageBlock(long address) {
    this.address = address;
  }

  /** Sets what names the objects, what describes the message, and how long to wait. */
  public MessageBlock prepare(long handleWord, long information, long timeoutNanos) {
    RawMemory.putLong(address, handleWord);
    RawMemory.putLong(address + INFORMATION, information);
    RawMemory.putLong(address + TIMEOUT, timeoutNanos);
    return this;
  }

  /** Sets a message word. */
  public MessageBlock word(int index, long value) {
    RawMemory.putLong(address + WORDS + Long.BYTES * (long) index, value);
    return this;
  }

  /** A message word. */
  public long word(int index) {
    return RawMemory.getLong(address + WORDS + Long.BYTES * (long) index);
  }

  /** What names the objects of the call. */
  public long handle() {
    return RawMemory.getLong(address);
  }

  /** What describes the message that arrived. */
  public long information() {
    return RawMemory.getLong(address + INFORMATION);
  }

  /** The badge, or the bits, that arrived. */
  public long badge() {
    return RawMemory.getLong(address + BADGE);
  }

  /** Makes the call on this thread; returns the status. */
  public int call(int number) {
    return (int) Trap.message(number, address);
  }
}
