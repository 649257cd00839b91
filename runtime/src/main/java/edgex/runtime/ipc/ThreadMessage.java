package edgex.runtime.ipc;

import edgex.abi.MessageInformation;
import edgex.abi.MessagePage;
import edgex.abi.ipc.Message;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.system.SystemCalls;
import java.util.Objects;

/**
 * The process's one message: its words lie where the trap loads them from, its bytes and
 * capabilities in the message page, so sending and receiving copy nothing. Clients and the server
 * share it: a handler takes what it needs from the request before it calls another service.
 */
public final class ThreadMessage implements Message {
  private static final ThreadMessage CURRENT = new ThreadMessage();

  private boolean arrived;
  private int label;
  private int words;
  private int nextWord;
  private int bytes;
  private int nextByte;
  private int capabilities;
  private int nextCapability;
  private int accept;

  private ThreadMessage() {}

  /** The message. */
  public static ThreadMessage current() {
    return CURRENT;
  }

  @Override
  public void begin(int newLabel) {
    dropCapabilities();
    arrived = false;
    label = newLabel;
    words = 0;
    nextWord = 0;
    bytes = 0;
    nextByte = 0;
    capabilities = 0;
    nextCapability = 0;
    accept = 0;
  }

  @Override
  public int label() {
    return label;
  }

  @Override
  public int wordsLeft() {
    return words - nextWord;
  }

  @Override
  public void putWord(long word) {
    expectRoom(words, 1, MAXIMUM_WORDS);
    MessageRegisters.putWord(words++, word);
  }

  @Override
  public long takeWord() {
    expectLeft(wordsLeft(), 1);
    return MessageRegisters.word(nextWord++);
  }

  @Override
  public int bytesLeft() {
    return bytes - nextByte;
  }

  @Override
  public void putBytes(byte[] source, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, source.length);
    expectRoom(bytes, length, MAXIMUM_BYTES);
    RawMemory.write(bytesAddress() + bytes, source, offset, length);
    bytes += length;
  }

  @Override
  public void takeBytes(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    expectLeft(bytesLeft(), length);
    RawMemory.read(bytesAddress() + nextByte, target, offset, length);
    nextByte += length;
  }

  @Override
  public int capabilitiesLeft() {
    return arrived ? capabilities - nextCapability : 0;
  }

  @Override
  public void putCapability(int handle) {
    expectRoom(capabilities, 1, MAXIMUM_CAPABILITIES);
    RawMemory.putLong(capabilityAddress(capabilities++), handle);
  }

  @Override
  public int takeCapability() {
    expectLeft(capabilitiesLeft(), 1);
    return (int) RawMemory.getLong(capabilityAddress(nextCapability++));
  }

  @Override
  public void acceptCapabilities(int count) {
    if (count < 0 || count > MAXIMUM_CAPABILITIES) {
      throw new IllegalArgumentException("accepts 0 to 4 capabilities, not " + count);
    }
    accept = count;
  }

  @Override
  public void dropCapabilities() {
    while (capabilitiesLeft() > 0) {
      SystemCalls.capabilityDelete(takeCapability());
    }
  }

  /** The information word of what was written. */
  long information() {
    return MessageInformation.of(label, words, bytes, capabilities, accept);
  }

  /** Starts reading what a trap brought. The kernel keeps to the maxima of each lane. */
  void arrive() {
    long information = MessageRegisters.information();
    arrived = true;
    label = MessageInformation.label(information);
    words = MessageInformation.words(information);
    nextWord = 0;
    bytes = MessageInformation.bytes(information);
    nextByte = 0;
    capabilities = MessageInformation.capabilities(information);
    nextCapability = 0;
    accept = 0;
  }

  private static long bytesAddress() {
    return MessageRegisters.page() + MessagePage.BYTES_OFFSET;
  }

  private static long capabilityAddress(int index) {
    return MessageRegisters.page() + MessagePage.CAPABILITIES_OFFSET + ((long) index << 3);
  }

  private void expectRoom(int used, int more, int maximum) {
    if (arrived || more > maximum - used) {
      throw new IllegalStateException(
          arrived ? "the message is being read" : "the message is full: at most " + maximum);
    }
  }

  private void expectLeft(int left, int wanted) {
    if (!arrived || wanted > left) {
      throw new IllegalStateException(
          arrived ? "the message has only " + left + " left" : "the message is being written");
    }
  }
}
