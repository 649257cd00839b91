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

  /** The command whose grants and limits program files run with. */
  String RUN_COMMAND = "run";

  /** Switches the machine off. */
  int POWER_OFF = 1;

  /** Resets the machine. */
  int RESET = 2;

  /**
   * Makes ready to start a command that the image names.
   *
   * @param command its name
   * @param arguments each ended by a zero byte, UTF-8, without the command's own name
   * @return the process's number, used once in this session
   */
  @Operation(number = 1)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "there is no such command")
  @Raises(code = SupervisorErrors.TOO_MANY, when = "the table of processes is full")
  int prepare(
      @Text(maximumBytes = MAXIMUM_NAME_BYTES) String command,
      @In(maximumBytes = MAXIMUM_ARGUMENTS_BYTES) byte[] arguments)
      throws ServiceException;

  /**
   * Makes ready to start a program file, with the grants and limits of the command {@link
   * #RUN_COMMAND}.
   *
   * @param name for the list of processes
   * @param program the file's content, readable
   * @param sizeBytes length of the content
   * @param arguments each ended by a zero byte, UTF-8
   * @return the process's number, used once in this session
   */
  @Operation(number = 2)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "the image does not allow it")
  @Raises(code = SupervisorErrors.NOT_A_PROGRAM, when = "the content cannot be a program")
  @Raises(code = SupervisorErrors.TOO_MANY, when = "the table of processes is full")
  int prepareFile(
      @Text(maximumBytes = MAXIMUM_NAME_BYTES) String name,
      @Capability int program,
      long sizeBytes,
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
  @Operation(number = 3)
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
  @Operation(number = 4)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no prepared process has this number")
  @Raises(code = SupervisorErrors.NOT_A_PROGRAM, when = "the program file is malformed")
  void start(int process, @Capability int exited) throws ServiceException;

  /**
   * The exit status of an ended process (128 + fault kind after a fault, 137 when killed); forgets
   * the process.
   */
  @Operation(number = 5)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no started process has this number")
  @Raises(code = SupervisorErrors.STILL_RUNNING, when = "the process has not ended")
  int result(int process) throws ServiceException;

  /** The process with the lowest number above this one; ask from 0. */
  @Operation(number = 6, idempotent = true)
  @Raises(code = SupervisorErrors.END, when = "no process has a higher number")
  ProcessStatus next(int process) throws ServiceException;

  /** The capability of a process that follows this position; ask from 0. */
  @Operation(number = 7, idempotent = true)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no process has this number")
  @Raises(code = SupervisorErrors.END, when = "the process holds no more")
  CapabilityStatus nextCapability(int process, int position) throws ServiceException;

  /** Ends a process, component or not; a component is started again as its manifest says. */
  @Operation(number = 8)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no process has this number")
  @Raises(code = SupervisorErrors.NOT_PERMITTED, when = "the process is the supervisor itself")
  void kill(int process) throws ServiceException;

  /** Ends a component and starts it again at once, without back-off. */
  @Operation(number = 9)
  @Raises(code = SupervisorErrors.NOT_FOUND, when = "no component has this name")
  @Raises(code = SupervisorErrors.NOT_PERMITTED, when = "the component is the supervisor itself")
  void restart(@Text(maximumBytes = MAXIMUM_NAME_BYTES) String component) throws ServiceException;

  /** Memory, processors and time of the machine. */
  @Operation(number = 10, idempotent = true)
  MachineStatus machine() throws ServiceException;

  /** {@link #POWER_OFF} or {@link #RESET}. */
  @Operation(number = 11)
  @Raises(code = SupervisorErrors.INVALID_ACTION, when = "the action is neither")
  @Raises(code = SupervisorErrors.NOT_PERMITTED, when = "this client may not")
  void power(int action) throws ServiceException;
}
