package edgex.abi.service;

import edgex.abi.declare.Operation;
import edgex.abi.declare.Raises;
import edgex.abi.declare.Service;
import edgex.abi.declare.Text;
import edgex.abi.ipc.ServiceException;

/**
 * The system log: the last records of this session, in memory. Who wrote a record is known by the
 * badge of the writer's capability, not by what it says.
 */
@Service(name = "log", version = 1, errors = LogErrors.class)
public interface Log {
  /** Something failed that needs somebody's attention. */
  int ERROR = 1;

  /** Something is not as it should be, and was handled. */
  int WARNING = 2;

  /** What an operator wants to know. */
  int INFORMATION = 3;

  /** What a developer wants to know. */
  int DEBUG = 4;

  /** Longest text of a record. */
  int MAXIMUM_TEXT_BYTES = 896;

  /** Longest name of a writer. */
  int MAXIMUM_WRITER_BYTES = 64;

  /** Adds a record; the oldest are dropped when the log is full. */
  @Operation(number = 1)
  @Raises(code = LogErrors.INVALID_LEVEL, when = "the level is none of the four")
  void append(int level, @Text(maximumBytes = MAXIMUM_TEXT_BYTES) String text)
      throws ServiceException;

  /** The first record whose sequence number is at least this (numbers start at 0). */
  @Operation(number = 2, idempotent = true)
  @Raises(code = LogErrors.END, when = "no record is that new")
  LogRecord read(long sequence) throws ServiceException;
}
