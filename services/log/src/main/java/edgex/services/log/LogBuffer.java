package edgex.services.log;

import edgex.abi.service.LogRecord;

/**
 * The last records, in a ring of fixed length: record {@code sequence} is at index {@code sequence
 * modulo length}.
 */
final class LogBuffer {
  private final LogRecord[] records;
  private long nextSequence;

  LogBuffer(int maximumRecords) {
    records = new LogRecord[maximumRecords];
  }

  /** Adds a record; the oldest goes when there is no place. */
  void append(long timeNanos, int level, String writer, String text) {
    records[index(nextSequence)] = new LogRecord(nextSequence, timeNanos, level, writer, text);
    nextSequence++;
  }

  /** The oldest kept record that is not older than this, or null. */
  LogRecord firstFrom(long sequence) {
    long oldest = Math.max(0, nextSequence - records.length);
    long wanted = Math.max(sequence, oldest);
    return wanted < nextSequence ? records[index(wanted)] : null;
  }

  private int index(long sequence) {
    return (int) (sequence % records.length);
  }
}
