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
 *  rax       number                       number            status or result
 *  rdi       handle word                  argument 0        badge
 *  rsi       information                  argument 1        information
 *  rdx r10 r8 r9   words 0 to 3           arguments 2 to 5  words 0 to 3
 *  r12 r13 r14 r15 words 4 to 7           preserved         words 4 to 7
 *  rbx       time-out, nanoseconds        preserved         preserved
 *  rbp rsp   preserved                    preserved         preserved
 *  rcx r11   destroyed by SYSCALL
 * </pre>
 */
@StaticInit
@Unmanaged
public final class Context {
  private static final int SYSTEM_CALL_INSTRUCTION_BYTES = 2;
  private static final int REGISTER_COUNT = 18;
  private static final int MAXIMUM_WORDS = 8;
  private static final int HALF_OF_WORDS = MAXIMUM_WORDS / 2;

  /** Interrupts enabled, and the bit that is always set (SDM volume 1, 3.4.3). */
  private static final long FLAGS_INITIAL = 0x202;

  private static final int USER_ADDRESS_BITS = 47;

  private long rax;
  private long rbx;
  private long rcx;
  private long rdx;
  private long rsi;
  private long rdi;
  private long rbp;
  private long r8;
  private long r9;
  private long r10;
  private long r11;
  private long r12;
  private long r13;
  private long r14;
  private long r15;
  private long stackPointer;
  private long instructionPointer;
  private long flags;

  /** Not 0: leave by IRETQ, which restores rcx and r11 too; 0: by SYSRET. Read by trap.S only. */
  @SuppressWarnings("UnusedVariable")
  private int interrupted;

  private long threadPointer;

  /** Virtual address of the FPU area, see {@link Fpu}; aligned within an array of this object's. */
  private final long floatingPointArea;

  /** At boot, one per thread of the pool, after {@link Fpu#initialize}. */
  public Context() {
    long[] area = new long[(Fpu.areaSizeBytes() + Fpu.AREA_ALIGNMENT_BYTES) / Long.BYTES];
    floatingPointArea =
        (Address.ofData(area).toLong() + Fpu.AREA_ALIGNMENT_BYTES - 1) & -Fpu.AREA_ALIGNMENT_BYTES;
  }

  /** Clears everything and sets up a first entry to user mode, interrupts enabled. */
  public void startAt(long entry, long stackPointer, long argument, long threadPointer) {
    rax = 0;
    rbx = 0;
    rcx = 0;
    rdx = 0;
    rsi = 0;
    rdi = argument;
    rbp = 0;
    r8 = 0;
    r9 = 0;
    r10 = 0;
    r11 = 0;
    r12 = 0;
    r13 = 0;
    r14 = 0;
    r15 = 0;
    this.stackPointer = stackPointer;
    instructionPointer = userAddressOrZero(entry);
    flags = FLAGS_INITIAL;
    interrupted = 1;
    Fpu.reset(this);
    setThreadPointer(threadPointer);
  }

  /** The number of the system call that the thread made. */
  public int systemCallNumber() {
    return (int) rax;
  }

  /** Arguments of a system call of the slow kind. */
  public long argument0() {
    return rdi;
  }

  /** See {@link #argument0}. */
  public long argument1() {
    return rsi;
  }

  /** See {@link #argument0}. */
  public long argument2() {
    return rdx;
  }

  /** See {@link #argument0}. */
  public long argument3() {
    return r10;
  }

  /** See {@link #argument0}. */
  public long argument4() {
    return r8;
  }

  /** See {@link #argument0}. */
  public long argument5() {
    return r9;
  }

  /** The result of a system call; for messages the status. */
  public void setResult(long result) {
    rax = result;
  }

  /** The handle word of a message call: endpoint in the low half, reply object in the high half. */
  public long handle() {
    return rdi;
  }

  /** The information word. */
  public long messageInformation() {
    return rsi;
  }

  /** Sets the information word that the thread will see. */
  public void setMessageInformation(long information) {
    rsi = information;
  }

  /** Relative time-out of a message call; negative: none. */
  public long timeoutNanos() {
    return rbx;
  }

  /** Sets the badge that the thread will see: a sender's badge or notification bits. */
  public void setBadge(long badge) {
    rdi = badge;
  }

  /** Word {@code index} (0..7) of the message. */
  public long word(int index) {
    return switch (index) {
      case 0 -> rdx;
      case 1 -> r10;
      case 2 -> r8;
      case 3 -> r9;
      case 4 -> r12;
      case 5 -> r13;
      case 6 -> r14;
      default -> r15;
    };
  }

  /** Sets word {@code index} (0..7). */
  public void setWord(int index, long value) {
    switch (index) {
      case 0 -> rdx = value;
      case 1 -> r10 = value;
      case 2 -> r8 = value;
      case 3 -> r9 = value;
      case 4 -> r12 = value;
      case 5 -> r13 = value;
      case 6 -> r14 = value;
      default -> r15 = value;
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
    rdx = source.rdx;
    r10 = source.r10;
    r8 = source.r8;
    r9 = source.r9;
  }

  private void copySecondHalfFrom(Context source) {
    r12 = source.r12;
    r13 = source.r13;
    r14 = source.r14;
    r15 = source.r15;
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
    threadPointer = userAddressOrZero(address);
    if (Instructions.context() == this) {
      Cpu.loadThreadPointer(threadPointer);
    }
  }

  /** General registers for dumps, in the order rax rbx rcx rdx rsi rdi rbp rsp r8-r15 rip flags. */
  public static int registerCount() {
    return REGISTER_COUNT;
  }

  /** Register {@code index} of the saved state. */
  public long register(int index) {
    return switch (index) {
      case 0 -> rax;
      case 1 -> rbx;
      case 2 -> rcx;
      case 3 -> rdx;
      case 4 -> rsi;
      case 5 -> rdi;
      case 6 -> rbp;
      case 7 -> stackPointer;
      case 8 -> r8;
      case 9 -> r9;
      case 10 -> r10;
      case 11 -> r11;
      case 12 -> r12;
      case 13 -> r13;
      case 14 -> r14;
      case 15 -> r15;
      case 16 -> instructionPointer;
      default -> flags;
    };
  }

  /** What to load into FS.base while this context runs. */
  long threadPointer() {
    return threadPointer;
  }

  /** Virtual address of the area for {@link Fpu}. */
  long floatingPointArea() {
    return floatingPointArea;
  }

  /**
   * An address outside the lower half becomes 0, which is never mapped: IRETQ and WRMSR would fault
   * in the kernel on one that is not canonical.
   */
  private static long userAddressOrZero(long address) {
    return address >>> USER_ADDRESS_BITS == 0 ? address : 0;
  }
}
