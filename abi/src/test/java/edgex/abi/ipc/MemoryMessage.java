package edgex.abi.ipc;

import java.util.ArrayDeque;
import java.util.Deque;

/** A message in ordinary memory, with the limits of a real one. */
final class MemoryMessage implements Message {
  private int label;
  private final Deque<Long> words = new ArrayDeque<>();
  private final Deque<Byte> bytes = new ArrayDeque<>();
  private final Deque<Integer> capabilities = new ArrayDeque<>();
  private boolean arrived;
  private int accepted;
  private int dropped;

  @Override
  public void begin(int newLabel) {
    dropCapabilities();
    label = newLabel;
    words.clear();
    bytes.clear();
    capabilities.clear();
    arrived = false;
    accepted = 0;
  }

  /** Turns what was written into what arrived. */
  void arrive() {
    arrived = true;
  }

  /** How many capabilities the writer accepts in return. */
  int accepted() {
    return accepted;
  }

  /** Capabilities given back so far because nobody took them. */
  int dropped() {
    return dropped;
  }

  @Override
  public int label() {
    return label;
  }

  @Override
  public int wordsLeft() {
    return words.size();
  }

  @Override
  public void putWord(long word) {
    require(!arrived && words.size() < MAXIMUM_WORDS);
    words.add(word);
  }

  @Override
  public long takeWord() {
    require(arrived && !words.isEmpty());
    return words.remove();
  }

  @Override
  public int bytesLeft() {
    return bytes.size();
  }

  @Override
  public void putBytes(byte[] source, int offset, int length) {
    require(!arrived && bytes.size() + length <= MAXIMUM_BYTES);
    for (int i = 0; i < length; i++) {
      bytes.add(source[offset + i]);
    }
  }

  @Override
  public void takeBytes(byte[] target, int offset, int length) {
    require(arrived && length <= bytes.size());
    for (int i = 0; i < length; i++) {
      target[offset + i] = bytes.remove();
    }
  }

  @Override
  public int capabilitiesLeft() {
    return capabilities.size();
  }

  @Override
  public void putCapability(int handle) {
    require(!arrived && capabilities.size() < MAXIMUM_CAPABILITIES);
    capabilities.add(handle);
  }

  @Override
  public int takeCapability() {
    require(arrived && !capabilities.isEmpty());
    return capabilities.remove();
  }

  @Override
  public void acceptCapabilities(int count) {
    accepted = count;
  }

  @Override
  public void dropCapabilities() {
    if (arrived) {
      dropped += capabilities.size();
      capabilities.clear();
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("a message was used against its rules");
    }
  }
}
