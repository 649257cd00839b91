package edgex.apps.tools;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.Log;
import edgex.abi.service.LogErrors;
import edgex.abi.service.LogRecord;
import java.util.ArrayList;
import java.util.List;

/** A log whose oldest records are gone already. */
final class FakeLog implements Log {
  private static final int FIRST_SEQUENCE = 40;

  private final List<LogRecord> records = new ArrayList<>();

  void add(long timeNanos, int level, String writer, String text) {
    records.add(new LogRecord(FIRST_SEQUENCE + records.size(), timeNanos, level, writer, text));
  }

  @Override
  public void append(int level, String text) {
    add(0, level, "test", text);
  }

  @Override
  public LogRecord read(long sequence) throws ServiceException {
    for (LogRecord entry : records) {
      if (entry.sequence() >= sequence) {
        return entry;
      }
    }
    throw new ServiceException(LogErrors.END);
  }
}
