package edgex.crypto.slhdsa;

import edgex.crypto.ByteOrder;

/**
 * Where in the structure a hash is computed (FIPS 205, section 4.2), so that no two hashes have the
 * same input:
 *
 * <pre>
 *   layer (4) | tree (12) | type (4) | key pair (4) | chain or height (4) | hash or index (4)
 * </pre>
 */
final class Address {
  static final int BYTES = 32;

  static final int ONE_TIME_HASH = 0;
  static final int ONE_TIME_PUBLIC_KEY = 1;
  static final int TREE = 2;
  static final int FOREST_TREE = 3;
  static final int FOREST_ROOTS = 4;
  static final int ONE_TIME_SECRET = 5;
  static final int FOREST_SECRET = 6;

  private final byte[] bytes = new byte[BYTES];

  byte[] bytes() {
    return bytes;
  }

  void setLayer(int layer) {
    ByteOrder.putBigEndian32(bytes, 0, layer);
  }

  void setTree(long tree) {
    ByteOrder.putBigEndian32(bytes, 4, 0);
    ByteOrder.putBigEndian64(bytes, 8, tree);
  }

  /** Sets the type and clears what belongs to the old one, except the key pair. */
  void setType(int type) {
    ByteOrder.putBigEndian32(bytes, 16, type);
    ByteOrder.putBigEndian64(bytes, 24, 0);
  }

  void setKeyPair(int keyPair) {
    ByteOrder.putBigEndian32(bytes, 20, keyPair);
  }

  void setChain(int chain) {
    ByteOrder.putBigEndian32(bytes, 24, chain);
  }

  void setHash(int hash) {
    ByteOrder.putBigEndian32(bytes, 28, hash);
  }

  void setHeight(int height) {
    ByteOrder.putBigEndian32(bytes, 24, height);
  }

  void setIndex(int index) {
    ByteOrder.putBigEndian32(bytes, 28, index);
  }

  /**
   * The 22 bytes that the SHA-2 sets hash in place of 32 (section 11.2): one byte of the layer, 8
   * of the tree, one of the type, the last 12 as they are.
   */
  void compress(byte[] output) {
    output[0] = bytes[3];
    System.arraycopy(bytes, 8, output, 1, 8);
    output[9] = bytes[19];
    System.arraycopy(bytes, 20, output, 10, 12);
  }
}
