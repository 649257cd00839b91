package sample.abi;

import edgex.abi.declare.Direction;
import edgex.abi.declare.Fails;
import edgex.abi.declare.Handle;
import edgex.abi.declare.SystemCall;
import edgex.abi.declare.SystemCallInterface;
import edgex.abi.declare.UserBuffer;

/**
 * The calls of a small kernel.
 *
 * <p>Every call answers at once.
 */
@SystemCallInterface(
    version = 1,
    errors = Errors.class,
    rights = Rights.class,
    unknownCall = Errors.UNKNOWN_CALL)
public interface SystemCallTable {
  /** Does nothing. */
  @SystemCall(number = 0, idempotent = true)
  int nothing();

  /**
   * Copies memory, see {@link #nothing}.
   *
   * @return the bytes copied
   */
  @SystemCall(number = 1)
  @Fails(error = Errors.INVALID_HANDLE, when = "the handle names no memory")
  @Fails(error = Errors.INVALID_ADDRESS, when = "the buffer is not mapped")
  long memoryRead(
      @Handle(type = "memory", rights = Rights.READ | Rights.WRITE) int memory,
      long offsetBytes,
      @UserBuffer(direction = Direction.OUT, maximumBytes = 4096, lengthParameter = "lengthBytes")
          long buffer,
      int lengthBytes);
}
