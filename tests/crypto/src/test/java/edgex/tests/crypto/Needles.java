package edgex.tests.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to look for in memory: parts of secrets, 16 bytes each and overlapping, so that a run of 23
 * bytes of a secret is found wherever it lies.
 */
final class Needles {
  private static final int PART_BYTES = 16;
  private static final int STEP_BYTES = 8;

  /** The second half of each part by its first half. */
  private final Map<Long, List<Long>> parts = new HashMap<>();

  /** Adds the parts of a range. */
  void add(byte[] bytes, int offset, int length) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = offset; at + PART_BYTES <= offset + length; at += STEP_BYTES) {
      parts
          .computeIfAbsent(words.getLong(at), first -> new ArrayList<>())
          .add(words.getLong(at + 8));
    }
  }

  int count() {
    return parts.size();
  }

  /** Where the first part in a piece of memory begins, or -1. */
  int find(byte[] memory, int length) {
    ByteBuffer words = ByteBuffer.wrap(memory, 0, length).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + PART_BYTES <= length; at++) {
      long first = words.getLong(at);
      if (first != 0) {
        List<Long> seconds = parts.get(first);
        if (seconds != null && seconds.contains(words.getLong(at + 8))) {
          return at;
        }
      }
    }
    return -1;
  }
}
