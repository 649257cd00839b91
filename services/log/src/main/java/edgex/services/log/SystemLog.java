package edgex.services.log;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.Log;
import edgex.abi.service.LogErrors;
import edgex.abi.service.LogHandler;
import edgex.abi.service.LogRecord;

/** The service {@code log} over a {@link LogBuffer}. */
final class SystemLog implements LogHandler {
  private final LogBuffer buffer;
  private final Clock clock;
  private final Writers writers;
  private final KernelLines kernel;

  /** A log that holds what the kernel has said so far. */
  SystemLog(LogBuffer buffer, Clock clock, Writers writers, KernelLines kernel) {
    this.buffer = buffer;
    this.clock = clock;
    this.writers = writers;
    this.kernel = kernel;
    kernel.copyTo(buffer, clock);
  }

  @Override
  public void append(long client, int level, String text) throws ServiceException {
    if (level < Log.ERROR || level > Log.DEBUG) {
      throw new ServiceException(LogErrors.INVALID_LEVEL);
    }
    // What the kernel said meanwhile came first.
    kernel.copyTo(buffer, clock);
    buffer.append(clock.nowNanos(), level, writers.name(client), text);
  }

  @Override
  public LogRecord read(long client, long sequence) throws ServiceException {
    LogRecord entry = buffer.firstFrom(sequence);
    if (entry == null) {
      kernel.copyTo(buffer, clock);
      entry = buffer.firstFrom(sequence);
    }
    if (entry == null) {
      throw new ServiceException(LogErrors.END);
    }
    return entry;
  }
}
