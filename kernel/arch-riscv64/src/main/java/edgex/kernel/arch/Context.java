package edgex.kernel.arch;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The saved state of one thread. See {@code arch-api}.
 *
 * <p>{@code trap.S} stores into and loads from the fields by generated offsets, so a system call's
 * registers are ordinary Java fields here. The convention of system calls:
 *
 * <pre>
 *            in: message call             in: slow kind     out
 *  a7        number                       number            preserved
 *  a0        handle word                  argument 0        status or result
 *  a1        information                  argument 1        information
 *  a2        time-out, nanoseconds        argument 2        badge
 *  a3 a4 a5  words 0 to 2                 arguments 3 to 5  words 0 to 2
 *  a6        word 3                       preserved         word 3
 *  s2 to s5  words 4 to 7                 preserved         words 4 to 7
 *  ra gp tp sp s0 s1 s6 to s11            preserved         preserved
 *  t0 to t6                                                 zero
 * </pre>
 */
@StaticInit
@Unmanaged
public final class Context {
  private static final int SYSTEM_CALL_INSTRUCTION_BYTES = 4;
  private static final int REGISTER_COUNT = 32;
  private static final int MAXIMUM_WORDS = 8;
  private static final int HALF_OF_WORDS = MAXIMUM_WORDS / 2;

  private long ra;
  private long stackPointer;
  private long gp;
  private long tp;
  private long t0;
  private long t1;
  private long t2;
  private long s0;
  private long s1;
  private long a0;
  private long a1;
  private long a2;
  private long a3;
  private long a4;
  private long a5;
  private long a6;
  private long a7;
  private long s2;
  private long s3;
  private long s4;
  private long s5;
  private long s6;
  private long s7;
  private long s8;
  private long s9;
  private long s10;
  private long s11;
  private long t3;
  private long t4;
  private long t5;
  private long t6;
  private long instructionPointer;

  /** Not 0: t0 to t6 are restored too; 0: they are zero on the way out. */
  private int interrupted;

  /** Virtual address of the registers for {@link Fpu}, an array of this object's. */
  private final long floatingPointArea;

  /** At boot, one per thread of the pool. */
  public Context() {
    floatingPointArea = Address.ofData(new long[Fpu.AREA_WORDS]).toLong();
  }

  /** Clears everything and sets up a first entry to user mode, interrupts enabled. */
  public void startAt(long entry, long stackPointer, long argument, long threadPointer) {
    clearTemporaries();
    clearOthers();
    this.stackPointer = stackPointer;
    instructionPointer = entry;
    a0 = argument;
    tp = threadPointer;
    interrupted = 1;
    Fpu.reset(this);
  }

  private void clearTemporaries() {
    t0 = 0;
    t1 = 0;
    t2 = 0;
    t3 = 0;
    t4 = 0;
    t5 = 0;
    t6 = 0;
    a1 = 0;
    a2 = 0;
    a3 = 0;
    a4 = 0;
    a5 = 0;
    a6 = 0;
    a7 = 0;
  }

  private void clearOthers() {
    ra = 0;
    gp = 0;
    s0 = 0;
    s1 = 0;
    s2 = 0;
    s3 = 0;
    s4 = 0;
    s5 = 0;
    s6 = 0;
    s7 = 0;
    s8 = 0;
    s9 = 0;
    s10 = 0;
    s11 = 0;
  }

  /** The number of the system call that the thread made. */
  public int systemCallNumber() {
    return (int) a7;
  }

  /** Arguments of a system call of the slow kind. */
  public long argument0() {
    return a0;
  }

  /** See {@link #argument0}. */
  public long argument1() {
    return a1;
  }

  /** See {@link #argument0}. */
  public long argument2() {
    return a2;
  }

  /** See {@link #argument0}. */
  public long argument3() {
    return a3;
  }

  /** See {@link #argument0}. */
  public long argument4() {
    return a4;
  }

  /** See {@link #argument0}. */
  public long argument5() {
    return a5;
  }

  /** The result of a system call; for messages the status. */
  public void setResult(long result) {
    a0 = result;
  }

  /** The handle word of a message call: endpoint in the low half, reply object in the high half. */
  public long handle() {
    return a0;
  }

  /** The information word. */
  public long messageInformation() {
    return a1;
  }

  /** Sets the information word that the thread will see. */
  public void setMessageInformation(long information) {
    a1 = information;
  }

  /** Relative time-out of a message call; negative: none. */
  public long timeoutNanos() {
    return a2;
  }

  /** Sets the badge that the thread will see: a sender's badge or notification bits. */
  public void setBadge(long badge) {
    a2 = badge;
  }

  /** Word {@code index} (0..7) of the message. */
  public long word(int index) {
    return switch (index) {
      case 0 -> a3;
      case 1 -> a4;
      case 2 -> a5;
      case 3 -> a6;
      case 4 -> s2;
      case 5 -> s3;
      case 6 -> s4;
      default -> s5;
    };
  }

  /** Sets word {@code index} (0..7). */
  public void setWord(int index, long value) {
    switch (index) {
      case 0 -> a3 = value;
      case 1 -> a4 = value;
      case 2 -> a5 = value;
      case 3 -> a6 = value;
      case 4 -> s2 = value;
      case 5 -> s3 = value;
      case 6 -> s4 = value;
      default -> s5 = value;
    }
  }

  /**
   * Copies {@code count} (0..8) words from another context's message registers, and none beyond:
   * the sender's other registers are its own. Most messages have 0, 4 or 8 words.
   */
  public void copyWordsFrom(Context source, int count) {
    int copied = 0;
    if (count >= HALF_OF_WORDS) {
      copyFirstHalfFrom(source);
      if (count == MAXIMUM_WORDS) {
        copySecondHalfFrom(source);
        return;
      }
      copied = HALF_OF_WORDS;
    }
    for (int index = copied; index < count; index++) {
      setWord(index, source.word(index));
    }
  }

  private void copyFirstHalfFrom(Context source) {
    a3 = source.a3;
    a4 = source.a4;
    a5 = source.a5;
    a6 = source.a6;
  }

  private void copySecondHalfFrom(Context source) {
    s2 = source.s2;
    s3 = source.s3;
    s4 = source.s4;
    s5 = source.s5;
  }

  /** Makes the thread execute its system-call instruction again, with the same registers. */
  public void rewindSystemCall() {
    instructionPointer -= SYSTEM_CALL_INSTRUCTION_BYTES;
  }

  /** Where the thread will go on. */
  public long instructionPointer() {
    return instructionPointer;
  }

  /** The thread's stack pointer. */
  public long stackPointer() {
    return stackPointer;
  }

  /** Sets the thread pointer (TLS base). */
  public void setThreadPointer(long address) {
    tp = address;
  }

  /** General registers for dumps: x1 to x31 in their order, then the instruction pointer. */
  public static int registerCount() {
    return REGISTER_COUNT;
  }

  /** Register {@code index} of the saved state. */
  public long register(int index) {
    return index < REGISTER_COUNT / 2 ? lowRegister(index) : highRegister(index);
  }

  private long lowRegister(int index) {
    return switch (index) {
      case 0 -> ra;
      case 1 -> stackPointer;
      case 2 -> gp;
      case 3 -> tp;
      case 4 -> t0;
      case 5 -> t1;
      case 6 -> t2;
      case 7 -> s0;
      case 8 -> s1;
      case 9 -> a0;
      case 10 -> a1;
      case 11 -> a2;
      case 12 -> a3;
      case 13 -> a4;
      case 14 -> a5;
      default -> a6;
    };
  }

  private long highRegister(int index) {
    return switch (index) {
      case 16 -> a7;
      case 17 -> s2;
      case 18 -> s3;
      case 19 -> s4;
      case 20 -> s5;
      case 21 -> s6;
      case 22 -> s7;
      case 23 -> s8;
      case 24 -> s9;
      case 25 -> s10;
      case 26 -> s11;
      case 27 -> t3;
      case 28 -> t4;
      case 29 -> t5;
      case 30 -> t6;
      default -> instructionPointer;
    };
  }

  /** Goes on behind a breakpoint: its fault is one that a debugger answers, not one to repeat. */
  void passBreakpoint(int instructionBytes) {
    instructionPointer += instructionBytes;
  }

  /** Virtual address of the area for {@link Fpu}. */
  long floatingPointArea() {
    return floatingPointArea;
  }

  /** Whether the thread left user mode by an interrupt or exception, or has not run yet. */
  boolean isInterrupted() {
    return interrupted != 0;
  }
}
