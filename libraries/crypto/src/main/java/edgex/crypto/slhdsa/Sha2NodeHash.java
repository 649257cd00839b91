package edgex.crypto.slhdsa;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.hash.Hmac;
import edgex.crypto.hash.Sha2;

/**
 * The hash functions of the SHA-2 sets (FIPS 205, section 11.2). Every node's hash begins with a
 * block that holds the public seed and zeros, so the state after that block is kept and copied.
 */
final class Sha2NodeHash extends NodeHash {
  private static final int COMPRESSED_ADDRESS_BYTES = 22;

  private final int hashBytes;
  private final int digestBytes;
  private final boolean wide;
  private final Sha2 seeded256 = Sha2.sha256();
  private final Sha2 hash256 = Sha2.sha256();
  private final Sha2 seeded512 = Sha2.sha512();
  private final Sha2 hash512 = Sha2.sha512();
  private final Hmac hmac;
  private final Sha2 messageHash;
  private final byte[] address22 = new byte[COMPRESSED_ADDRESS_BYTES];
  private final byte[] tail256 = new byte[64];
  private final byte[] tail512 = new byte[128];
  private final byte[] digest = new byte[64];
  private final byte[] maskSeed;

  /** Sets of 192 and 256 bits take SHA-512 for all but F and PRF. */
  Sha2NodeHash(SlhDsaParameters parameters) {
    hashBytes = parameters.hashBytes();
    digestBytes = parameters.digestBytes();
    wide = hashBytes > 16;
    messageHash = wide ? Sha2.sha512() : Sha2.sha256();
    hmac = new Hmac(wide ? Sha2.sha512() : Sha2.sha256());
    maskSeed = new byte[2 * hashBytes + messageHash.digestBytes() + 4];
  }

  @Override
  void setPublicSeed(byte[] seed, int offset) {
    absorbSeed(seeded256, seed, offset);
    absorbSeed(seeded512, seed, offset);
  }

  private void absorbSeed(Sha2 hash, byte[] seed, int offset) {
    byte[] block = new byte[hash.blockBytes()];
    System.arraycopy(seed, offset, block, 0, hashBytes);
    hash.reset();
    hash.update(block, 0, block.length);
  }

  @Override
  void shortNode(Address address, byte[] input, int offset, byte[] out, int to) {
    hash(hash256, seeded256, tail256, address, input, offset, hashBytes, out, to);
  }

  @Override
  void node(Address address, byte[] input, int offset, int length, byte[] out, int to) {
    if (wide) {
      hash(hash512, seeded512, tail512, address, input, offset, length, out, to);
    } else {
      hash(hash256, seeded256, tail256, address, input, offset, length, out, to);
    }
  }

  /** All but the nodes over many values fit into one block after the seed's. */
  private void hash(
      Sha2 hash,
      Sha2 seeded,
      byte[] tail,
      Address address,
      byte[] input,
      int offset,
      int length,
      byte[] out,
      int to) {
    int messageBytes = COMPRESSED_ADDRESS_BYTES + length;
    if (messageBytes + 1 + tail.length / 8 <= tail.length) {
      address.compress(tail);
      System.arraycopy(input, offset, tail, COMPRESSED_ADDRESS_BYTES, length);
      hash.digestTail(seeded, tail, messageBytes, out, to, hashBytes);
      return;
    }
    hash.copyFrom(seeded);
    address.compress(address22);
    hash.update(address22, 0, COMPRESSED_ADDRESS_BYTES);
    hash.update(input, offset, length);
    hash.digest(digest, 0);
    System.arraycopy(digest, 0, out, to, hashBytes);
  }

  @Override
  void randomiser(
      byte[] key,
      int keyOffset,
      byte[] random,
      int randomOffset,
      byte[] prefix,
      byte[] message,
      byte[] out,
      int to) {
    hmac.start(key, keyOffset, hashBytes);
    hmac.update(random, randomOffset, hashBytes);
    hmac.update(prefix, 0, prefix.length);
    hmac.update(message, 0, message.length);
    hmac.finish(digest, 0);
    hmac.wipe();
    System.arraycopy(digest, 0, out, to, hashBytes);
  }

  /** MGF1 over randomiser, public seed and the message's hash. */
  @Override
  void digest(
      byte[] randomiser, int offset, byte[] publicKey, byte[] prefix, byte[] message, byte[] out) {
    System.arraycopy(randomiser, offset, maskSeed, 0, hashBytes);
    System.arraycopy(publicKey, 0, maskSeed, hashBytes, hashBytes);
    messageHash.update(randomiser, offset, hashBytes);
    messageHash.update(publicKey, 0, 2 * hashBytes);
    messageHash.update(prefix, 0, prefix.length);
    messageHash.update(message, 0, message.length);
    messageHash.digest(maskSeed, 2 * hashBytes);
    int step = messageHash.digestBytes();
    for (int counter = 0; counter * step < digestBytes; counter++) {
      ByteOrder.putBigEndian32(maskSeed, maskSeed.length - 4, counter);
      messageHash.update(maskSeed, 0, maskSeed.length);
      messageHash.digest(digest, 0);
      int part = Math.min(step, digestBytes - counter * step);
      System.arraycopy(digest, 0, out, counter * step, part);
    }
  }

  @Override
  void wipe() {
    hash256.reset();
    hash512.reset();
    ConstantTime.wipe(tail256);
    ConstantTime.wipe(tail512);
    ConstantTime.wipe(digest);
  }
}
