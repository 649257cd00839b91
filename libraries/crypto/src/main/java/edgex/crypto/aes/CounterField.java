package edgex.crypto.aes;

import edgex.crypto.ByteOrder;
import edgex.crypto.primitive.AesPrimitive;

/** Which part of a counter block counts, and how. It wraps around without touching the rest. */
public enum CounterField {
  /** The whole block, most significant byte first: CTR of SP 800-38A. */
  WHOLE_BLOCK(-1) {
    @Override
    void increment(byte[] block) {
      int carry = 1;
      for (int i = block.length - 1; i >= 0; i--) {
        carry += block[i] & 0xFF;
        block[i] = (byte) carry;
        carry >>= 8;
      }
    }
  },
  /** The last four bytes, most significant byte first: GCM. */
  LAST_WORD(AesPrimitive.LAST_WORD) {
    @Override
    void increment(byte[] block) {
      ByteOrder.putBigEndian32(block, 12, ByteOrder.bigEndian32(block, 12) + 1);
    }
  },
  /** The first four bytes, least significant byte first: GCM-SIV. */
  FIRST_WORD(AesPrimitive.FIRST_WORD) {
    @Override
    void increment(byte[] block) {
      ByteOrder.putLittleEndian32(block, 0, ByteOrder.littleEndian32(block, 0) + 1);
    }
  };

  private final int place;

  CounterField(int place) {
    this.place = place;
  }

  /** Where {@link AesPrimitive#addStream} finds the counter, or a negative number: nowhere. */
  int place() {
    return place;
  }

  /** Counts on by one. */
  abstract void increment(byte[] block);
}
