package edgex.tests.crypto.target;

import edgex.crypto.keccak.Sponge;

/** Pseudorandom inputs of an algorithm, and one hash over all that it makes of them. */
final class Transcript {
  private final Sponge random = Sponge.shake(128);
  private final Sponge results = Sponge.shake(128);

  void fill(byte[] output, int offset, int length) {
    random.squeeze(output, offset, length);
  }

  byte[] make(int length) {
    byte[] input = new byte[length];
    fill(input, 0, length);
    return input;
  }

  void keep(byte[] result) {
    results.update(result, 0, result.length);
  }

  void keep(boolean verdict) {
    keep(new byte[] {(byte) (verdict ? 1 : 0)});
  }

  /** A name and the hash. */
  String line(String name) {
    byte[] hash = new byte[16];
    results.squeeze(hash, 0, hash.length);
    StringBuilder text = new StringBuilder(name).append(' ');
    for (byte value : hash) {
      text.append(Character.forDigit(value >> 4 & 15, 16));
      text.append(Character.forDigit(value & 15, 16));
    }
    return text.append('\n').toString();
  }
}
