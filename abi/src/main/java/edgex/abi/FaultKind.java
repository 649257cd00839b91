package edgex.abi;

/** Labels of the messages that the kernel sends to a process's fault endpoint. */
public final class FaultKind {
  /**
   * A read of an address that is not mapped readable. Words: thread, address, instruction, code.
   */
  public static final int READ = 1;

  /** A write to an address that is not mapped writable. */
  public static final int WRITE = 2;

  /** An instruction fetch from an address that is not mapped executable. */
  public static final int EXECUTE = 3;

  /** An instruction that does not exist or is privileged. */
  public static final int ILLEGAL_INSTRUCTION = 4;

  /** An arithmetic trap, such as a division by zero. */
  public static final int ARITHMETIC = 5;

  /** A breakpoint or single step. */
  public static final int DEBUG = 6;

  /** Any other trap; the code word holds the architecture's number. */
  public static final int OTHER = 7;

  /** The process called {@code processExit}; the code word holds the status. */
  public static final int EXIT = 8;

  private FaultKind() {}
}
