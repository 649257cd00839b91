package edgex.abi.service;

import edgex.abi.declare.Text;

/**
 * One record of the log.
 *
 * @param sequence its number; the next record has a higher one
 * @param timeNanos when it arrived, since boot
 * @param level one of the levels of {@link Log}
 * @param writer the component's name
 * @param text what it said
 */
public record LogRecord(
    long sequence,
    long timeNanos,
    int level,
    @Text(maximumBytes = Log.MAXIMUM_WRITER_BYTES) String writer,
    @Text(maximumBytes = Log.MAXIMUM_TEXT_BYTES) String text) {}
