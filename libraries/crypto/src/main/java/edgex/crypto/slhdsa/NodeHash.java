package edgex.crypto.slhdsa;

/**
 * The hash functions of FIPS 205, section 4.1, for one parameter set. Inputs may be the output's
 * own place.
 */
abstract class NodeHash {
  /** A hash for the sets of one family. */
  static NodeHash of(SlhDsaParameters parameters) {
    return parameters.family() == SlhDsaParameters.Family.SHAKE
        ? new ShakeNodeHash(parameters)
        : new Sha2NodeHash(parameters);
  }

  /** Sets the public seed that every hash begins with. */
  abstract void setPublicSeed(byte[] seed, int offset);

  /** F, H and T: a node of the hash of one value, of two, or of many. */
  abstract void node(Address address, byte[] input, int offset, int length, byte[] out, int to);

  /** PRF: the secret value at an address. */
  final void secret(Address address, byte[] secretSeed, int offset, byte[] out, int to) {
    shortNode(address, secretSeed, offset, out, to);
  }

  /** F, the hash of one value, and PRF, which differ in their address only. */
  abstract void shortNode(Address address, byte[] input, int offset, byte[] out, int to);

  /** PRF msg: the randomiser of a message in two parts. */
  abstract void randomiser(
      byte[] key,
      int keyOffset,
      byte[] random,
      int randomOffset,
      byte[] prefix,
      byte[] message,
      byte[] out,
      int to);

  /** H msg: the digest of a message in two parts. */
  abstract void digest(
      byte[] randomiser, int offset, byte[] publicKey, byte[] prefix, byte[] message, byte[] out);

  /** Wipes what is left of secrets. */
  abstract void wipe();
}
