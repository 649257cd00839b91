package edgex.apps.shell;

/**
 * The last bytes that were typed for a job. The shell keeps them itself: the stream's memory is the
 * job's to write too, which could put commands there.
 */
final class TypedKeys {
  private final byte[] keys;
  private int count;
  private int next;

  /** Remembers so many bytes. */
  TypedKeys(int capacityBytes) {
    keys = new byte[capacityBytes];
  }

  /** Remembers a byte, in place of the oldest when all places are taken. */
  void add(int value) {
    keys[next] = (byte) value;
    next = (next + 1) % keys.length;
    count = Math.min(count + 1, keys.length);
  }

  /** The last {@code length} bytes, or all that are remembered if those are fewer. */
  byte[] last(int length) {
    byte[] last = new byte[Math.min(length, count)];
    for (int i = 0; i < last.length; i++) {
      last[i] = keys[Math.floorMod(next - last.length + i, keys.length)];
    }
    return last;
  }

  /** Forgets all. */
  void clear() {
    count = 0;
  }
}
