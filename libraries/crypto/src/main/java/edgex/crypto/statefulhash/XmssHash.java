package edgex.crypto.statefulhash;

import edgex.crypto.ByteOrder;
import edgex.crypto.hash.ExtendableOutput;
import edgex.crypto.hash.Hash;
import java.util.Arrays;

/**
 * The hashes of XMSS for one key pair (RFC 8391, sections 2.5 to 4.1.5; SP 800-208, section 5).
 * Each is computed at an address, from which its key and its masks follow:
 *
 * <pre>
 *   layer (4) | tree (8) | type (4) | one-time key or L-tree (4) | chain or height (4)
 *   | step or index (4) | what is derived: key 0, masks 1 and 2 (4)
 * </pre>
 */
final class XmssHash {
  private static final int ONE_TIME = 0;
  private static final int LEAF_TREE = 1;
  private static final int TREE = 2;

  private static final int STEP_HASH = 0;
  private static final int NODE_HASH = 1;
  private static final int MESSAGE_HASH = 2;
  private static final int DERIVATION = 3;
  private static final int SECRET_DERIVATION = 4;

  final XmssParameters parameters;
  private final int hashBytes;
  private final Hash hash;
  private final byte[] address = new byte[32];
  private final byte[] prefix;
  private final byte[] publicSeed;
  private final byte[] key;
  private final byte[] masked;
  private final byte[] mask;
  private final byte[] digest = new byte[64];

  XmssHash(XmssParameters parameters, byte[] publicSeed, int offset) {
    this.parameters = parameters;
    hashBytes = parameters.hashBytes;
    hash = parameters.newHash();
    prefix = new byte[parameters.prefixBytes];
    this.publicSeed = Arrays.copyOfRange(publicSeed, offset, offset + hashBytes);
    key = new byte[hashBytes];
    masked = new byte[2 * hashBytes];
    mask = new byte[hashBytes];
  }

  void setTree(int layer, long tree) {
    Arrays.fill(address, (byte) 0);
    ByteOrder.putBigEndian32(address, 0, layer);
    ByteOrder.putBigEndian64(address, 4, tree);
  }

  private void setAddress(int type, int first, int second, int third) {
    ByteOrder.putBigEndian32(address, 12, type);
    ByteOrder.putBigEndian32(address, 16, first);
    ByteOrder.putBigEndian32(address, 20, second);
    ByteOrder.putBigEndian32(address, 24, third);
  }

  private void begin(int kind) {
    prefix[prefix.length - 1] = (byte) kind;
    hash.update(prefix, 0, prefix.length);
  }

  private void end(byte[] output, int offset) {
    if (hash instanceof ExtendableOutput extendable) {
      extendable.squeeze(output, offset, hashBytes);
      hash.reset();
    } else {
      hash.digest(digest, 0);
      System.arraycopy(digest, 0, output, offset, hashBytes);
    }
  }

  /** The key or a mask at the address. */
  private void derive(int what, byte[] output) {
    ByteOrder.putBigEndian32(address, 28, what);
    begin(DERIVATION);
    hash.update(publicSeed, 0, hashBytes);
    hash.update(address, 0, address.length);
    end(output, 0);
  }

  /** The secret beginning of a chain (SP 800-208, section 6.2). */
  void secret(byte[] secretSeed, int oneTimeKey, int chain, byte[] output, int offset) {
    setAddress(ONE_TIME, oneTimeKey, chain, 0);
    ByteOrder.putBigEndian32(address, 28, 0);
    begin(SECRET_DERIVATION);
    hash.update(secretSeed, 0, hashBytes);
    hash.update(publicSeed, 0, hashBytes);
    hash.update(address, 0, address.length);
    end(output, offset);
  }

  /** Moves a chain's value in place. */
  void advance(int oneTimeKey, int chain, int from, int to, byte[] value, int offset) {
    for (int step = from; step < to; step++) {
      setAddress(ONE_TIME, oneTimeKey, chain, step);
      derive(0, key);
      derive(1, mask);
      for (int i = 0; i < hashBytes; i++) {
        masked[i] = (byte) (value[offset + i] ^ mask[i]);
      }
      begin(STEP_HASH);
      hash.update(key, 0, hashBytes);
      hash.update(masked, 0, hashBytes);
      end(value, offset);
    }
  }

  /** The node over two others, which may lie where the result goes. */
  private void combine(byte[] left, int leftAt, byte[] right, int rightAt, byte[] out, int to) {
    derive(0, key);
    derive(1, mask);
    for (int i = 0; i < hashBytes; i++) {
      masked[i] = (byte) (left[leftAt + i] ^ mask[i]);
    }
    derive(2, mask);
    for (int i = 0; i < hashBytes; i++) {
      masked[hashBytes + i] = (byte) (right[rightAt + i] ^ mask[i]);
    }
    begin(NODE_HASH);
    hash.update(key, 0, hashBytes);
    hash.update(masked, 0, masked.length);
    end(out, to);
  }

  /** A node of the tree: its height above the leaves is one more than that of the address. */
  void node(
      int childHeight,
      int index,
      byte[] left,
      int leftAt,
      byte[] right,
      int rightAt,
      byte[] output,
      int offset) {
    setAddress(TREE, 0, childHeight, index);
    combine(left, leftAt, right, rightAt, output, offset);
  }

  /** The leaf over a one-time public key's chains (algorithm 8), which are overwritten. */
  void leaf(int leaf, byte[] chainEnds, byte[] output, int offset) {
    int count = parameters.chains;
    for (int height = 0; count > 1; height++) {
      for (int i = 0; i < count / 2; i++) {
        setAddress(LEAF_TREE, leaf, height, i);
        int left = 2 * i * hashBytes;
        combine(chainEnds, left, chainEnds, left + hashBytes, chainEnds, i * hashBytes);
      }
      if ((count & 1) == 1) {
        System.arraycopy(
            chainEnds, (count - 1) * hashBytes, chainEnds, count / 2 * hashBytes, hashBytes);
      }
      count = (count + 1) / 2;
    }
    System.arraycopy(chainEnds, 0, output, offset, hashBytes);
  }

  /** The digest of a message, under the randomiser, the root and the leaf's number. */
  void message(
      byte[] randomiser,
      int randomiserAt,
      byte[] root,
      int rootAt,
      long index,
      byte[] message,
      byte[] output) {
    byte[] number = new byte[hashBytes];
    ByteOrder.putBigEndian64(number, hashBytes - 8, index);
    begin(MESSAGE_HASH);
    hash.update(randomiser, randomiserAt, hashBytes);
    hash.update(root, rootAt, hashBytes);
    hash.update(number, 0, hashBytes);
    hash.update(message, 0, message.length);
    end(output, 0);
  }

  /** A digit of a digest, or of its checksum behind it (algorithm 5, with w = 16). */
  int digit(byte[] digestBytes, int index) {
    int digits = 2 * hashBytes;
    if (index < digits) {
      return (digestBytes[index / 2] >> (4 * (1 - index % 2))) & XmssParameters.LARGEST_DIGIT;
    }
    int checksum = 0;
    for (int i = 0; i < digits; i++) {
      checksum += XmssParameters.LARGEST_DIGIT - digit(digestBytes, i);
    }
    return (checksum >> (4 * (digits + 2 - index))) & XmssParameters.LARGEST_DIGIT;
  }
}
