package edgex.kernel.arch;

/**
 * The saved state of one thread: general registers, FPU state, thread pointer.
 *
 * <p>Entry assembly saves into the current context and restores from it; everything here acts on
 * the saved state of a thread that is not running in user mode at this moment. One is allocated per
 * thread at boot; {@link #startAt} brings it to a defined state.
 *
 * <p>Message registers: {@link #handle}, {@link #messageInformation}, {@link #timeoutNanos} and
 * eight words in; status, badge, information and words out.
 */
public final class Context {
  /** At boot, one per thread of the pool. */
  public Context() {}

  /** Clears everything and sets up a first entry to user mode, interrupts enabled. */
  public native void startAt(long entry, long stackPointer, long argument, long threadPointer);

  /** The number of the system call that the thread made. */
  public native int systemCallNumber();

  /** Arguments of a system call of the slow kind. */
  public native long argument0();

  /** See {@link #argument0}. */
  public native long argument1();

  /** See {@link #argument0}. */
  public native long argument2();

  /** See {@link #argument0}. */
  public native long argument3();

  /** See {@link #argument0}. */
  public native long argument4();

  /** See {@link #argument0}. */
  public native long argument5();

  /** The result of a system call; for messages the status. */
  public native void setResult(long result);

  /** The handle word of a message call: endpoint in the low half, reply object in the high half. */
  public native long handle();

  /** The information word. */
  public native long messageInformation();

  /** Sets the information word that the thread will see. */
  public native void setMessageInformation(long information);

  /** Relative time-out of a message call; negative: none. */
  public native long timeoutNanos();

  /** Sets the badge that the thread will see: a sender's badge or notification bits. */
  public native void setBadge(long badge);

  /** Word {@code index} (0..7) of the message. */
  public native long word(int index);

  /** Sets word {@code index} (0..7). */
  public native void setWord(int index, long value);

  /** Copies {@code count} (0..8) words from another context's message registers. */
  public native void copyWordsFrom(Context source, int count);

  /** Makes the thread execute its system-call instruction again, with the same registers. */
  public native void rewindSystemCall();

  /** Where the thread will go on. */
  public native long instructionPointer();

  /** The thread's stack pointer. */
  public native long stackPointer();

  /** Sets the thread pointer (TLS base). */
  public native void setThreadPointer(long address);

  /** General registers for dumps, in the architecture's usual order. */
  public static native int registerCount();

  /** Register {@code index} of the saved state. */
  public native long register(int index);
}
