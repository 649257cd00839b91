package edgex.abi.service;

import edgex.abi.declare.Capability;
import edgex.abi.declare.In;
import edgex.abi.declare.Operation;
import edgex.abi.declare.Raises;
import edgex.abi.declare.Service;
import edgex.abi.declare.Text;
import edgex.abi.ipc.ServiceException;

/**
 * Starts, watches and stops processes. A process is started in three steps, since a message carries
 * four capabilities: {@link #prepare} it, {@link #attach} its streams, {@link #start} it.
 */
@Service(name = "supervisor", version = 1, errors = SupervisorErrors.class)
public interface Supervisor {
  /** Longest name of a program, component or stream. */
  int MAXIMUM_NAME_BYTES = 255;

  /** Longest list of arguments. */
  int MAXIMUM_ARGUMENTS_BYTES = 768;

  /** Switches the machine off. */
  int POWER_OFF = 1;

  /** Resets the machine. */
  int RESET = 2;

  /**
   * Makes ready to start a program.
   *
   * @param program a command that the image names, or the absolute path of a program file
   * @param arguments each ended by a zero byte, UTF-8, without the program's own name
   * @return the process's number, used once in this session
   */
  @Operation(number = 1)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "there is no such command or file")
  @Raises(code = SupervisorErrors.NOT_A_PROGRAM, when = "the file cannot be started")
  @Raises(code = SupervisorErrors.TOO_MANY, when = "the table of processes is full")
  int prepare(
      @Text(maximumBytes = MAXIMUM_NAME_BYTES) String program,
      @In(maximumBytes = MAXIMUM_ARGUMENTS_BYTES) byte[] arguments)
      throws ServiceException;

  /**
   * Gives a prepared process one end of a stream.
   *
   * @param stream the name by which it finds it: stdin, stdout, stderr
   * @param memory the ring
   * @param wakePeer notification by which it wakes the other end
   * @param wakeMe notification by which it is woken
   */
  @Operation(number = 2)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no prepared process has this number")
  @Raises(code = SupervisorErrors.TOO_MANY, when = "the process has too many streams")
  void attach(
      int process,
      @Text(maximumBytes = MAXIMUM_NAME_BYTES) String stream,
      @Capability int memory,
      @Capability int wakePeer,
      @Capability int wakeMe)
      throws ServiceException;

  /**
   * Starts a prepared process.
   *
   * @param exited signalled when the process has ended; then {@link #result} tells how
   */
  @Operation(number = 3)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no prepared process has this number")
  @Raises(code = SupervisorErrors.NOT_A_PROGRAM, when = "the program file is malformed")
  void start(int process, @Capability int exited) throws ServiceException;

  /**
   * The exit status of an ended process (128 + fault kind after a fault, 137 when killed); forgets
   * the process.
   */
  @Operation(number = 4)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no started process has this number")
  @Raises(code = SupervisorErrors.STILL_RUNNING, when = "the process has not ended")
  int result(int process) throws ServiceException;

  /** The process with the lowest number above this one; ask from 0. */
  @Operation(number = 5, idempotent = true)
  @Raises(code = SupervisorErrors.END, when = "no process has a higher number")
  ProcessStatus next(int process) throws ServiceException;

  /** The capability of a process that follows this position; ask from 0. */
  @Operation(number = 6, idempotent = true)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no process has this number")
  @Raises(code = SupervisorErrors.END, when = "the process holds no more")
  CapabilityStatus nextCapability(int process, int position) throws ServiceException;

  /** Ends a process, component or not; a component is started again as its manifest says. */
  @Operation(number = 7)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no process has this number")
  @Raises(code = SupervisorErrors.NOT_PERMITTED, when = "the process is the supervisor itself")
  void kill(int process) throws ServiceException;

  /** Ends a component and starts it again at once, without back-off. */
  @Operation(number = 8)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no component has this name")
  @Raises(code = SupervisorErrors.NOT_PERMITTED, when = "the component is the supervisor itself")
  void restart(@Text(maximumBytes = MAXIMUM_NAME_BYTES) String component) throws ServiceException;

  /** Memory, processors and time of the machine. */
  @Operation(number = 9, idempotent = true)
  MachineStatus machine() throws ServiceException;

  /** {@link #POWER_OFF} or {@link #RESET}. */
  @Operation(number = 10)
  @Raises(code = SupervisorErrors.INVALID_ACTION, when = "the action is neither")
  @Raises(code = SupervisorErrors.NOT_PERMITTED, when = "this client may not")
  void power(int action) throws ServiceException;
}
