package edgex.abi.ipc;

/**
 * One message: a label, words, bytes, and capabilities. Each of the last three is a lane of its own
 * that is written by appending and read front to back.
 *
 * <p>{@link #begin} empties all lanes and starts writing. Arrival of a message (a call that
 * returned, a request that was received) starts reading at the front of each lane. A message is
 * either being written or being read. Appending to a full lane and taking from an empty one throw
 * {@link IllegalStateException}: look at {@link #wordsLeft} and its sisters first, for the sender
 * may be hostile.
 */
public interface Message {
  /** Words of 64 bits that fit in one message. */
  int MAXIMUM_WORDS = 8;

  /** Bytes that fit in one message. */
  int MAXIMUM_BYTES = 1024;

  /** Capabilities that fit in one message. */
  int MAXIMUM_CAPABILITIES = 4;

  /**
   * Empties the message and starts writing it. Capabilities that arrived and were not taken are
   * dropped, as by {@link #dropCapabilities}.
   *
   * @param label the operation's number in a request; in a reply 0 or the error's code
   */
  void begin(int label);

  /** The label. */
  int label();

  /** Words not taken yet. */
  int wordsLeft();

  /** Appends a word. */
  void putWord(long word);

  /** Takes the next word. */
  long takeWord();

  /** Bytes not taken yet. */
  int bytesLeft();

  /** Appends bytes {@code offset} to {@code offset + length} of the source. */
  void putBytes(byte[] source, int offset, int length);

  /** Takes the next bytes into {@code offset} to {@code offset + length} of the target. */
  void takeBytes(byte[] target, int offset, int length);

  /** Capabilities that arrived and are not taken yet. */
  int capabilitiesLeft();

  /**
   * Appends a capability.
   *
   * @param handle the sender's handle, which the sender keeps
   */
  void putCapability(int handle);

  /** Takes the next capability: the receiver's handle, which the receiver now has to give back. */
  int takeCapability();

  /**
   * Allows so many capabilities to come back with the reply; after {@link #begin} none. The kernel
   * refuses a reply that carries more.
   */
  void acceptCapabilities(int count);

  /**
   * Gives back the capabilities that arrived and are not taken, so that no sender can leak them.
   */
  void dropCapabilities();
}
