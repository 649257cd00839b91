package edgex.crypto.slhdsa;

import edgex.crypto.ConstantTime;

/** WOTS+ (FIPS 205, section 5): signs one value of n bytes with chains of hashes, 16 long each. */
final class OneTimeSignature {
  private static final int LAST = SlhDsaParameters.WINTERNITZ - 1;

  private final int hashBytes;
  private final int chains;
  private final NodeHash hash;
  private final Address address = new Address();
  private final byte[] ends;
  private final int[] digits;

  OneTimeSignature(SlhDsaParameters parameters, NodeHash hash) {
    this.hash = hash;
    hashBytes = parameters.hashBytes();
    chains = parameters.chains();
    ends = new byte[chains * hashBytes];
    digits = new int[chains];
  }

  /** Chooses the key pair that the next call is about. */
  void select(int layer, long tree, int keyPair) {
    address.setLayer(layer);
    address.setTree(tree);
    address.setKeyPair(keyPair);
  }

  /** Algorithm 6: writes the hash of the selected key pair's public key. */
  void publicKey(byte[] secretSeed, int seedOffset, byte[] output, int offset) {
    for (int i = 0; i < chains; i++) {
      startChain(i, secretSeed, seedOffset, ends, i * hashBytes);
      advance(i, 0, LAST, ends, i * hashBytes);
    }
    compressEnds(output, offset);
  }

  /** Algorithm 7: signs n bytes, which are public. */
  void sign(
      byte[] message,
      int messageOffset,
      byte[] secretSeed,
      int seedOffset,
      byte[] output,
      int offset) {
    readDigits(message, messageOffset);
    for (int i = 0; i < chains; i++) {
      int at = offset + i * hashBytes;
      startChain(i, secretSeed, seedOffset, output, at);
      advance(i, 0, digits[i], output, at);
    }
  }

  /** Algorithm 8: writes the hash of the public key that a signature of n bytes belongs to. */
  void publicKeyOf(
      byte[] signature,
      int signatureOffset,
      byte[] message,
      int messageOffset,
      byte[] output,
      int offset) {
    readDigits(message, messageOffset);
    System.arraycopy(signature, signatureOffset, ends, 0, ends.length);
    for (int i = 0; i < chains; i++) {
      advance(i, digits[i], LAST, ends, i * hashBytes);
    }
    compressEnds(output, offset);
  }

  private void startChain(int chain, byte[] secretSeed, int seedOffset, byte[] output, int at) {
    address.setType(Address.ONE_TIME_SECRET);
    address.setChain(chain);
    hash.secret(address, secretSeed, seedOffset, output, at);
  }

  /** Algorithm 5: hashes a value in place, from one position of its chain to another one. */
  private void advance(int chain, int from, int to, byte[] value, int at) {
    address.setType(Address.ONE_TIME_HASH);
    address.setChain(chain);
    for (int position = from; position < to; position++) {
      address.setHash(position);
      hash.shortNode(address, value, at, value, at);
    }
  }

  private void compressEnds(byte[] output, int offset) {
    address.setType(Address.ONE_TIME_PUBLIC_KEY);
    hash.node(address, ends, 0, ends.length, output, offset);
    ConstantTime.wipe(ends);
  }

  /** The half bytes, high one first, and three digits of their checksum. */
  private void readDigits(byte[] message, int offset) {
    int checksum = 0;
    for (int i = 0; i < 2 * hashBytes; i++) {
      int value = message[offset + i / 2] & 0xFF;
      digits[i] = (i & 1) == 0 ? value >> 4 : value & 15;
      checksum += LAST - digits[i];
    }
    for (int i = 0; i < 3; i++) {
      digits[2 * hashBytes + i] = checksum >> (8 - 4 * i) & 15;
    }
  }
}
