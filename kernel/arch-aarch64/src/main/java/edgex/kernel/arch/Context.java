package edgex.kernel.arch;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The saved state of one thread. See {@code arch-api}.
 *
 * <p>{@code trap.S} stores into and loads from the fields by generated offsets, in pairs of
 * neighbours, so a system call's registers are ordinary Java fields here. The convention of system
 * calls (SVC):
 *
 * <pre>
 *               in: message call    in: slow kind     out
 *  x8           number              number            preserved
 *  x0           handle word         argument 0        status or result
 *  x1           information         argument 1        information
 *  x2 to x5     words 0 to 3        arguments 2 to 5  words 0 to 3
 *  x6 x7 x9 x10 words 4 to 7        preserved         words 4 to 7
 *  x11          time-out, ns        preserved         preserved
 *  x12          -                   preserved         badge
 *  all others   preserved           preserved         preserved
 * </pre>
 */
@StaticInit
@Unmanaged
public final class Context {
  private static final int INSTRUCTION_BYTES = 4;
  private static final int GENERAL_REGISTERS = 31;
  private static final int REGISTER_COUNT = GENERAL_REGISTERS + 3;
  private static final int MAXIMUM_WORDS = 8;
  private static final int HALF_OF_WORDS = MAXIMUM_WORDS / 2;

  /** EL0, 64-bit, no exception masked. */
  private static final long FLAGS_INITIAL = 0;

  private static final int USER_ADDRESS_BITS = 48;

  private long x0;
  private long x1;
  private long x2;
  private long x3;
  private long x4;
  private long x5;
  private long x6;
  private long x7;
  private long x8;
  private long x9;
  private long x10;
  private long x11;
  private long x12;
  private long x13;
  private long x14;
  private long x15;
  private long x16;
  private long x17;
  private long x18;
  private long x19;
  private long x20;
  private long x21;
  private long x22;
  private long x23;
  private long x24;
  private long x25;
  private long x26;
  private long x27;
  private long x28;
  private long x29;
  private long x30;
  private long stackPointer;
  private long instructionPointer;
  private long flags;

  /** TPIDR_EL0 as it was when another context took it over; see {@link Cpu}. */
  private long threadPointer;

  /** Virtual address of the FPU area, see {@link Fpu}; aligned within an array of this object's. */
  private final long floatingPointArea;

  /** At boot, one per thread of the pool. */
  public Context() {
    long[] area = new long[(Fpu.AREA_BYTES + Fpu.AREA_ALIGNMENT_BYTES) / Long.BYTES];
    floatingPointArea =
        (Address.ofData(area).toLong() + Fpu.AREA_ALIGNMENT_BYTES - 1) & -Fpu.AREA_ALIGNMENT_BYTES;
  }

  /** Clears everything and sets up a first entry to user mode, interrupts enabled. */
  public void startAt(long entry, long stackPointer, long argument, long threadPointer) {
    x0 = argument;
    x1 = 0;
    x2 = 0;
    x3 = 0;
    x4 = 0;
    x5 = 0;
    x6 = 0;
    x7 = 0;
    x8 = 0;
    x9 = 0;
    x10 = 0;
    x11 = 0;
    x12 = 0;
    x13 = 0;
    x14 = 0;
    x15 = 0;
    x16 = 0;
    x17 = 0;
    x18 = 0;
    x19 = 0;
    x20 = 0;
    x21 = 0;
    x22 = 0;
    x23 = 0;
    x24 = 0;
    x25 = 0;
    x26 = 0;
    x27 = 0;
    x28 = 0;
    x29 = 0;
    x30 = 0;
    this.stackPointer = stackPointer;
    instructionPointer = userAddressOrZero(entry);
    flags = FLAGS_INITIAL;
    Fpu.reset(this);
    setThreadPointer(threadPointer);
  }

  /** The number of the system call that the thread made. */
  public int systemCallNumber() {
    return (int) x8;
  }

  /** Arguments of a system call of the slow kind. */
  public long argument0() {
    return x0;
  }

  /** See {@link #argument0}. */
  public long argument1() {
    return x1;
  }

  /** See {@link #argument0}. */
  public long argument2() {
    return x2;
  }

  /** See {@link #argument0}. */
  public long argument3() {
    return x3;
  }

  /** See {@link #argument0}. */
  public long argument4() {
    return x4;
  }

  /** See {@link #argument0}. */
  public long argument5() {
    return x5;
  }

  /** The result of a system call; for messages the status. */
  public void setResult(long result) {
    x0 = result;
  }

  /** The handle word of a message call: endpoint in the low half, reply object in the high half. */
  public long handle() {
    return x0;
  }

  /** The information word. */
  public long messageInformation() {
    return x1;
  }

  /** Sets the information word that the thread will see. */
  public void setMessageInformation(long information) {
    x1 = information;
  }

  /** Relative time-out of a message call; negative: none. */
  public long timeoutNanos() {
    return x11;
  }

  /** Sets the badge that the thread will see: a sender's badge or notification bits. */
  public void setBadge(long badge) {
    x12 = badge;
  }

  /** Word {@code index} (0..7) of the message. */
  public long word(int index) {
    return switch (index) {
      case 0 -> x2;
      case 1 -> x3;
      case 2 -> x4;
      case 3 -> x5;
      case 4 -> x6;
      case 5 -> x7;
      case 6 -> x9;
      default -> x10;
    };
  }

  /** Sets word {@code index} (0..7). */
  public void setWord(int index, long value) {
    switch (index) {
      case 0 -> x2 = value;
      case 1 -> x3 = value;
      case 2 -> x4 = value;
      case 3 -> x5 = value;
      case 4 -> x6 = value;
      case 5 -> x7 = value;
      case 6 -> x9 = value;
      default -> x10 = value;
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
    x2 = source.x2;
    x3 = source.x3;
    x4 = source.x4;
    x5 = source.x5;
  }

  private void copySecondHalfFrom(Context source) {
    x6 = source.x6;
    x7 = source.x7;
    x9 = source.x9;
    x10 = source.x10;
  }

  /** Makes the thread execute its system-call instruction again, with the same registers. */
  public void rewindSystemCall() {
    instructionPointer -= INSTRUCTION_BYTES;
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
    threadPointer = userAddressOrZero(address);
    Cpu.threadPointerChanged(this);
  }

  /** General registers for dumps, in the order x0 to x30, sp, pc, processor state. */
  public static int registerCount() {
    return REGISTER_COUNT;
  }

  /** Register {@code index} of the saved state. */
  public long register(int index) {
    return switch (index) {
      case 0 -> x0;
      case 1 -> x1;
      case 2 -> x2;
      case 3 -> x3;
      case 4 -> x4;
      case 5 -> x5;
      case 6 -> x6;
      case 7 -> x7;
      case 8 -> x8;
      case 9 -> x9;
      case 10 -> x10;
      case 11 -> x11;
      case 12 -> x12;
      case 13 -> x13;
      case 14 -> x14;
      case 15 -> x15;
      case 16 -> x16;
      case 17 -> x17;
      case 18 -> x18;
      case 19 -> x19;
      case 20 -> x20;
      case 21 -> x21;
      case 22 -> x22;
      case 23 -> x23;
      case 24 -> x24;
      case 25 -> x25;
      case 26 -> x26;
      case 27 -> x27;
      case 28 -> x28;
      case 29 -> x29;
      case 30 -> x30;
      case GENERAL_REGISTERS -> stackPointer;
      case GENERAL_REGISTERS + 1 -> instructionPointer;
      default -> flags;
    };
  }

  /** Goes on behind the instruction that raised an exception. */
  void skipInstruction() {
    instructionPointer += INSTRUCTION_BYTES;
  }

  long threadPointer() {
    return threadPointer;
  }

  /** Keeps the value that a thread may have given the register itself. */
  void keepThreadPointer(long value) {
    threadPointer = value;
  }

  /** Virtual address of the area for {@link Fpu}. */
  long floatingPointArea() {
    return floatingPointArea;
  }

  /** An address outside user space becomes 0, which is never mapped. */
  private static long userAddressOrZero(long address) {
    return address >>> USER_ADDRESS_BITS == 0 ? address : 0;
  }
}
