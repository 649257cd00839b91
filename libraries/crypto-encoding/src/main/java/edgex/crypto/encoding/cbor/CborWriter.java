package edgex.crypto.encoding.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes CBOR item by item: an array or map first says how many there are, then they follow. Keys
 * of maps must be written in the order of their encodings; {@link CborReader} refuses others.
 */
public final class CborWriter {
  private static final int ONE_BYTE = 24;
  private static final int FALSE = 20;
  private static final int NULL = 22;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  /** Begins without any item. */
  public CborWriter() {}

  /** What was written. */
  public byte[] toBytes() {
    return output.toByteArray();
  }

  /** Appends a whole number. */
  public CborWriter integer(long value) {
    return value < 0 ? head(CborKind.NEGATIVE, ~value) : head(CborKind.UNSIGNED, value);
  }

  /** Appends bytes. */
  public CborWriter bytes(byte[] value) {
    return head(CborKind.BYTES, value.length).encoded(value);
  }

  /** Appends a text. */
  public CborWriter text(String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    return head(CborKind.TEXT, encoded.length).encoded(encoded);
  }

  /** Begins an array: so many items follow. */
  public CborWriter array(int items) {
    return head(CborKind.ARRAY, items);
  }

  /** Begins a map: so many keys follow, each with its value. */
  public CborWriter map(int pairs) {
    return head(CborKind.MAP, pairs);
  }

  /** Marks the item that follows. */
  public CborWriter tag(long number) {
    return head(CborKind.TAG, number);
  }

  /** Appends a truth value. */
  public CborWriter truth(boolean value) {
    return head(CborKind.SIMPLE, value ? FALSE + 1 : FALSE);
  }

  /** Appends null. */
  public CborWriter nothing() {
    return head(CborKind.SIMPLE, NULL);
  }

  /** Appends what is encoded already. */
  public CborWriter encoded(byte[] items) {
    output.write(items, 0, items.length);
    return this;
  }

  /** The kind in three bits, then the number in 5 bits or in 1, 2, 4 or 8 bytes behind. */
  private CborWriter head(CborKind kind, long number) {
    int high = kind.number() << 5;
    if (number >= 0 && number < ONE_BYTE) {
      output.write(high | (int) number);
      return this;
    }
    int logBytes = 0;
    while (logBytes < 3 && (number < 0 || number >>> (8 << logBytes) != 0)) {
      logBytes++;
    }
    output.write(high | ONE_BYTE + logBytes);
    for (int i = (1 << logBytes) - 1; i >= 0; i--) {
      output.write((int) (number >>> (8 * i)));
    }
    return this;
  }
}
