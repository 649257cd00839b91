package edgex.runtime.program;

import edgex.abi.StartBlock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lays out a {@link StartBlock}: words, capabilities, then the texts. */
final class StartBlockWriter {
  private final long[] words = new long[StartBlock.WORD_COUNT];
  private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
  private final int capabilityCount;
  private final int[] handles;
  private final int[] names;
  private int capabilities;

  StartBlockWriter(int capabilityCount) {
    this.capabilityCount = capabilityCount;
    this.handles = new int[capabilityCount];
    this.names = new int[capabilityCount];
    words[StartBlock.MAGIC] = StartBlock.MAGIC_VALUE;
    words[StartBlock.VERSION] = StartBlock.VERSION_VALUE;
  }

  /** Sets a word that is a plain number. */
  void setWord(int word, long value) {
    words[word] = value;
  }

  /** Adds the next capability. */
  void addCapability(String name, int handle) {
    handles[capabilities] = handle;
    names[capabilities] = addText(name);
    capabilities++;
  }

  /** Sets the process's name. */
  void setName(String name) {
    words[StartBlock.NAME] = addText(name);
  }

  /** Adds texts that follow each other, with their count. */
  void addTexts(int countWord, int offsetWord, List<String> values) {
    words[countWord] = values.size();
    words[offsetWord] = (long) textsOffset() + texts.size();
    for (String value : values) {
      addText(value);
    }
  }

  /**
   * The whole block.
   *
   * @throws ProgramFormatException if it is larger than a block may be
   */
  byte[] toBytes() throws ProgramFormatException {
    byte[] textBytes = texts.toByteArray();
    int size = textsOffset() + textBytes.length;
    if (size > StartBlock.MAXIMUM_BYTES) {
      throw new ProgramFormatException("its arguments and environment are too long");
    }
    words[StartBlock.SIZE] = size;
    words[StartBlock.CAPABILITY_COUNT] = capabilities;
    words[StartBlock.CAPABILITIES] = capabilitiesOffset();
    byte[] block = new byte[size];
    for (int i = 0; i < words.length; i++) {
      putInt(block, i * Long.BYTES, (int) words[i]);
      putInt(block, i * Long.BYTES + Integer.BYTES, (int) (words[i] >> 32));
    }
    for (int i = 0; i < capabilities; i++) {
      int entry = capabilitiesOffset() + i * StartBlock.CAPABILITY_BYTES;
      putInt(block, entry + StartBlock.CAPABILITY_HANDLE_OFFSET, handles[i]);
      putInt(block, entry + StartBlock.CAPABILITY_NAME_OFFSET, names[i]);
    }
    System.arraycopy(textBytes, 0, block, textsOffset(), textBytes.length);
    return block;
  }

  private int addText(String text) {
    int offset = textsOffset() + texts.size();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    texts.write(bytes, 0, bytes.length);
    texts.write(0);
    return offset;
  }

  private static int capabilitiesOffset() {
    return StartBlock.WORD_COUNT * Long.BYTES;
  }

  private int textsOffset() {
    return capabilitiesOffset() + capabilityCount * StartBlock.CAPABILITY_BYTES;
  }

  private static void putInt(byte[] bytes, int offset, int value) {
    bytes[offset] = (byte) value;
    bytes[offset + 1] = (byte) (value >> 8);
    bytes[offset + 2] = (byte) (value >> 16);
    bytes[offset + 3] = (byte) (value >> 24);
  }
}
