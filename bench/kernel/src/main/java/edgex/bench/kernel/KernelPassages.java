package edgex.bench.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * How long the kernel keeps interrupts off, from the addresses of all instructions that it
 * executes. A <em>passage</em> goes from the first instruction of an entry to the one that leaves
 * for user mode or waits for an interrupt; both are counted. Boot, before the first entry, is none.
 */
final class KernelPassages implements LongConsumer {
  private final KernelEntries entries;
  private final Map<Long, Integer> lengths = new HashMap<>();
  private boolean inside;
  private boolean inStub;
  private long length;
  private long sincePoll;
  private long longest;
  private long longestBetweenPolls;

  KernelPassages(KernelEntries entries) {
    this.entries = entries;
  }

  /** The kernel executes the instruction at an address. */
  @Override
  public void accept(long address) {
    boolean stub = entries.isStub(address);
    if (address == entries.systemCall() || (stub && !inStub)) {
      finish();
      inside = true;
    } else if (address == entries.idle()) {
      finish();
    } else if (address == entries.poll()) {
      endPart();
    }
    inStub = stub;
    if (inside) {
      length++;
      sincePoll++;
    }
  }

  /** Ends the passage that is going on; after the last instruction too. */
  void finish() {
    if (inside) {
      longest = Math.max(longest, length);
      lengths.merge(length, 1, Integer::sum);
      endPart();
    }
    inside = false;
    length = 0;
  }

  private void endPart() {
    longestBetweenPolls = Math.max(longestBetweenPolls, sincePoll);
    sincePoll = 0;
  }

  /** Instructions of the longest passage. */
  long longest() {
    return longest;
  }

  /** The longest part of a passage in which the kernel does not ask whether an interrupt waits. */
  long longestBetweenPolls() {
    return longestBetweenPolls;
  }

  /** How many passages had a length. */
  int count(long instructions) {
    return lengths.getOrDefault(instructions, 0);
  }
}
