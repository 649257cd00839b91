package edgex.crypto.selftest;

import edgex.crypto.ConstantTime;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Sha2;

/** One algorithm, run on inputs that never change, and what must come out. */
final class KnownAnswer {
  /** Runs the algorithm and returns all that came out. */
  @FunctionalInterface
  interface Computation {
    byte[] run();
  }

  private static final int HEX_DIGITS = 16;

  private final String name;
  private final String expected;
  private final Computation computation;

  /**
   * A test.
   *
   * @param expected SHA-256 of what has to come out, in hexadecimal
   */
  KnownAnswer(String name, String expected, Computation computation) {
    this.name = name;
    this.expected = expected;
    this.computation = computation;
  }

  String name() {
    return name;
  }

  /** SHA-256 of what comes out. */
  byte[] digest() {
    byte[] result = computation.run();
    Hash hash = Sha2.sha256();
    byte[] digest = new byte[hash.digestBytes()];
    hash.update(result, 0, result.length);
    hash.digest(digest, 0);
    return digest;
  }

  /** Whether the right thing comes out. An algorithm that throws has failed. */
  boolean passes() {
    byte[] digest;
    try {
      digest = digest();
    } catch (RuntimeException failure) {
      return false;
    }
    byte[] right = new byte[digest.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = (byte) Integer.parseInt(expected.substring(2 * i, 2 * i + 2), HEX_DIGITS);
    }
    return ConstantTime.equal(digest, 0, right, 0, right.length);
  }
}
