package edgex.abi;

/** What {@code threadInspect} writes to the message bytes: 64-bit words, in this order. */
public final class ThreadRecord {
  /** Number of the thread, unique among the living ones; fault messages carry it. */
  public static final int NUMBER = 0;

  /** Number of its process. */
  public static final int PROCESS = 1;

  /** One of {@link ThreadState}. */
  public static final int STATE = 2;

  /** Its own priority. */
  public static final int PRIORITY = 3;

  /** The priority that it runs at, with what its callers lend. */
  public static final int EFFECTIVE_PRIORITY = 4;

  /** Processor time that it has used. */
  public static final int CPU_NANOS = 5;

  /** Where it goes on. */
  public static final int INSTRUCTION_POINTER = 6;

  /** Its stack pointer. */
  public static final int STACK_POINTER = 7;

  /** {@link FaultKind} of its last fault; 0: none. */
  public static final int FAULT_KIND = 8;

  /** Address of its last fault. */
  public static final int FAULT_ADDRESS = 9;

  /** Detail code of its last fault. */
  public static final int FAULT_CODE = 10;

  /** How many registers follow. */
  public static final int REGISTER_COUNT = 11;

  /** The first register, in the architecture's usual order. */
  public static final int REGISTERS = 12;

  /** Most registers that are reported. */
  public static final int MAXIMUM_REGISTERS = 64;

  /** The CPU that it runs on; behind the last register that there may be. */
  public static final int CPU = REGISTERS + MAXIMUM_REGISTERS;

  private ThreadRecord() {}
}
