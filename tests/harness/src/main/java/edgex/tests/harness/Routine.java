package edgex.tests.harness;

/** What a robot can do; the numbers are places in the table in {@code robot.S}. */
public enum Routine {
  /** The robot's own loop, where its thread starts. */
  ROBOT(0),
  /** A slow system call: number and six arguments. */
  SLOW_CALL(1),
  /** A message call: number; its registers are in the box. */
  MESSAGE_CALL(2),
  /** Loads a word: its address. */
  LOAD(3),
  /** Stores a word: address, value. */
  STORE(4),
  /** Copies bytes: target, source, count. */
  COPY(5),
  /** Counts its progress up until it is told to stop. */
  SPIN(6),
  /** Appends to a log and yields: log, entry, how often, number of the yield call. */
  LOG_TURNS(7),
  /** Checks the floating-point registers: seed, how often. Gives the number of wrong ones. */
  FLOATING_POINT(8),
  /** Calls an address. */
  JUMP(9),
  /** Stops the processor. */
  HALT(10),
  /** Turns interrupts off. */
  DISABLE_INTERRUPTS(11),
  /** Reads an I/O port. */
  READ_PORT(12),
  /** Writes an I/O port. */
  WRITE_PORT(13),
  /** Writes the base of the page tables. */
  WRITE_PAGE_TABLE_BASE(14),
  /** Reads a model-specific register. */
  READ_MODEL_REGISTER(15),
  /** Writes a model-specific register. */
  WRITE_MODEL_REGISTER(16),
  /** Loads an interrupt descriptor table. */
  LOAD_DESCRIPTOR_TABLE(17),
  /** An instruction that does not exist. */
  INVALID_INSTRUCTION(18),
  /** A division by zero. */
  DIVIDE_BY_ZERO(19),
  /** A breakpoint; gives 77 after it. */
  BREAKPOINT(20),
  /** Raises an interrupt by software. */
  SOFTWARE_INTERRUPT(21),
  /** Loads from an address between the halves of the address space. */
  LOAD_NOT_CANONICAL(22),
  /** Pushes words until its stack ends. */
  OVERFLOW_STACK(23),
  /** A slow system call with odd processor flags. */
  CALL_WITH_FLAGS(24);

  private final int index;

  Routine(int index) {
    this.index = index;
  }

  /** Whether this architecture has what the routine does; the others have nothing to test. */
  public boolean isPresent() {
    return RobotCode.routineOffset(index) >= 0;
  }

  /** Address of this routine in a process that has robots. */
  public long address() {
    return RobotProcess.CODE_ADDRESS + RobotCode.routineOffset(index);
  }
}
