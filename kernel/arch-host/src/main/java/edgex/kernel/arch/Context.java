package edgex.kernel.arch;

import java.util.Arrays;

/** The simulated registers of one thread. */
public final class Context {
  private static final int WORDS = 8;
  private static final int INSTRUCTION_BYTES = 2;

  /** Number of the system call. */
  int number;

  /** Arguments of the slow kind. */
  final long[] arguments = new long[6];

  /** Message words. */
  final long[] words = new long[WORDS];

  /** Handle word. */
  long handle;

  /** Information word. */
  long information;

  /** Time-out. */
  long timeout;

  /** Result register. */
  long result;

  /** Badge register. */
  long badge;

  /** Where it goes on; after a system call behind the instruction. */
  long instructionPointer;

  private long stackPointer;
  private long argument;
  private long threadPointer;

  /** At boot. */
  public Context() {}

  /** Sets up a first entry to user mode. */
  public void startAt(long entry, long stack, long firstArgument, long pointer) {
    number = 0;
    handle = 0;
    information = 0;
    timeout = 0;
    result = 0;
    badge = 0;
    Arrays.fill(arguments, 0);
    Arrays.fill(words, 0);
    instructionPointer = entry;
    stackPointer = stack;
    argument = firstArgument;
    threadPointer = pointer;
  }

  /** Number of the system call. */
  public int systemCallNumber() {
    return number;
  }

  /** Argument 0. */
  public long argument0() {
    return arguments[0];
  }

  /** Argument 1. */
  public long argument1() {
    return arguments[1];
  }

  /** Argument 2. */
  public long argument2() {
    return arguments[2];
  }

  /** Argument 3. */
  public long argument3() {
    return arguments[3];
  }

  /** Argument 4. */
  public long argument4() {
    return arguments[4];
  }

  /** Argument 5. */
  public long argument5() {
    return arguments[5];
  }

  /** Sets the result. */
  public void setResult(long value) {
    result = value;
  }

  /** The handle word. */
  public long handle() {
    return handle;
  }

  /** The information word. */
  public long messageInformation() {
    return information;
  }

  /** Sets the information word. */
  public void setMessageInformation(long value) {
    information = value;
  }

  /** The time-out. */
  public long timeoutNanos() {
    return timeout;
  }

  /** Sets the badge. */
  public void setBadge(long value) {
    badge = value;
  }

  /** A message word. */
  public long word(int index) {
    return words[index];
  }

  /** Sets a message word. */
  public void setWord(int index, long value) {
    words[index] = value;
  }

  /** Copies message words. */
  public void copyWordsFrom(Context source, int count) {
    System.arraycopy(source.words, 0, words, 0, count);
  }

  /** Makes the thread execute its system call again. */
  public void rewindSystemCall() {
    instructionPointer -= INSTRUCTION_BYTES;
  }

  /** The simulated thread has executed a system-call instruction. */
  void stepOverSystemCall() {
    instructionPointer += INSTRUCTION_BYTES;
  }

  /** Where the thread goes on. */
  public long instructionPointer() {
    return instructionPointer;
  }

  /** The stack pointer. */
  public long stackPointer() {
    return stackPointer;
  }

  /** The argument that the thread was started with. */
  public long startArgument() {
    return argument;
  }

  /** Sets the thread pointer. */
  public void setThreadPointer(long address) {
    threadPointer = address;
  }

  /** The thread pointer. */
  public long threadPointer() {
    return threadPointer;
  }

  /** How many registers are reported. */
  public static int registerCount() {
    return WORDS;
  }

  /** A register. */
  public long register(int index) {
    return words[index];
  }
}
