package edgex.crypto.slhdsa;

import edgex.crypto.keccak.Sponge;

/** The hash functions of the SHAKE sets (FIPS 205, section 11.1). */
final class ShakeNodeHash extends NodeHash {
  private final int hashBytes;
  private final int digestBytes;
  private final Sponge shake = Sponge.shake(256);
  private final byte[] publicSeed;

  ShakeNodeHash(SlhDsaParameters parameters) {
    hashBytes = parameters.hashBytes();
    digestBytes = parameters.digestBytes();
    publicSeed = new byte[hashBytes];
  }

  @Override
  void setPublicSeed(byte[] seed, int offset) {
    System.arraycopy(seed, offset, publicSeed, 0, hashBytes);
  }

  @Override
  void shortNode(Address address, byte[] input, int offset, byte[] out, int to) {
    node(address, input, offset, hashBytes, out, to);
  }

  @Override
  void node(Address address, byte[] input, int offset, int length, byte[] out, int to) {
    shake.update(publicSeed, 0, hashBytes);
    shake.update(address.bytes(), 0, Address.BYTES);
    shake.update(input, offset, length);
    shake.squeeze(out, to, hashBytes);
    shake.reset();
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
    shake.update(key, keyOffset, hashBytes);
    shake.update(random, randomOffset, hashBytes);
    shake.update(prefix, 0, prefix.length);
    shake.update(message, 0, message.length);
    shake.squeeze(out, to, hashBytes);
    shake.reset();
  }

  @Override
  void digest(
      byte[] randomiser, int offset, byte[] publicKey, byte[] prefix, byte[] message, byte[] out) {
    shake.update(randomiser, offset, hashBytes);
    shake.update(publicKey, 0, 2 * hashBytes);
    shake.update(prefix, 0, prefix.length);
    shake.update(message, 0, message.length);
    shake.squeeze(out, 0, digestBytes);
    shake.reset();
  }

  @Override
  void wipe() {
    shake.reset();
  }
}
