package edgex.host.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The instructions that a guest executes in a range of addresses, one by one, as QEMU's log tells
 * them ({@code -singlestep -d exec,nochain}: a line before each block, and a block has one
 * instruction):
 *
 * <pre>
 *   Trace 0: 0x7f0f042fb980 [0000000000000000/ffffffff8020c290/0000c0b0/ff020201] name
 *                            code segment     program counter  flags    block flags
 *   Stopped execution of TB chain before 0x7f0f042fb980 [ffffffff8020c290] name
 * </pre>
 *
 * A line {@code Stopped} takes the one before it back: an interrupt came first. An access to a
 * device makes QEMU begin its instruction again in a block that is marked as the last before input
 * or output.
 */
public final class InstructionTrace {
  private static final String EXECUTED = "Trace ";
  private static final String STOPPED = "Stopped execution";
  private static final long LAST_BEFORE_INPUT_OUTPUT = 0x8000;
  private static final int HEXADECIMAL = 16;

  private final long firstAddress;
  private final long sizeBytes;
  private final LongConsumer executed;
  private final Consumer<String> other;
  private long pending;
  private boolean hasPending;

  /**
   * A trace of a range.
   *
   * @param executed gets the address of each instruction in the range, in the order of execution
   * @param other gets the lines that QEMU writes besides
   */
  public InstructionTrace(
      long firstAddress, long sizeBytes, LongConsumer executed, Consumer<String> other) {
    this.firstAddress = firstAddress;
    this.sizeBytes = sizeBytes;
    this.executed = executed;
    this.other = other;
  }

  /** What QEMU is told, beyond the usual. */
  List<String> words() {
    String range = "0x" + Long.toHexString(firstAddress) + "+0x" + Long.toHexString(sizeBytes);
    return List.of("-singlestep", "-d", "exec,nochain", "-dfilter", range);
  }

  /**
   * Reads QEMU's log to its end.
   *
   * @throws UncheckedIOException if it cannot be read, or a line is not as described
   */
  void read(BufferedReader log) {
    try {
      String line = log.readLine();
      while (line != null) {
        accept(line);
        line = log.readLine();
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    passPending();
  }

  private void accept(String line) throws IOException {
    if (line.startsWith(EXECUTED)) {
      begin(line);
    } else if (line.startsWith(STOPPED)) {
      hasPending = false;
    } else {
      other.accept(line);
    }
  }

  private void begin(String line) throws IOException {
    int counter = line.indexOf('/') + 1;
    int flags = line.indexOf('/', counter) + 1;
    int blockFlags = line.indexOf('/', flags) + 1;
    int end = line.indexOf(']', blockFlags);
    if (counter == 0 || flags == 0 || blockFlags == 0 || end < 0) {
      throw new IOException("a line of QEMU's log that is not known: " + line);
    }
    try {
      long address = Long.parseUnsignedLong(line, counter, flags - 1, HEXADECIMAL);
      long block = Long.parseUnsignedLong(line, blockFlags, end, HEXADECIMAL);
      boolean again = hasPending && address == pending && (block & LAST_BEFORE_INPUT_OUTPUT) != 0;
      if (!again) {
        passPending();
      }
      pending = address;
      hasPending = true;
    } catch (NumberFormatException notANumber) {
      throw new IOException("a line of QEMU's log that is not known: " + line, notANumber);
    }
  }

  private void passPending() {
    if (hasPending) {
      executed.accept(pending);
      hasPending = false;
    }
  }
}
