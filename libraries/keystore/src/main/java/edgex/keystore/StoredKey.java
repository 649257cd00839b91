package edgex.keystore;

import edgex.crypto.ConstantTime;
import edgex.crypto.encoding.cbor.CborReader;
import edgex.crypto.encoding.cbor.CborWriter;
import edgex.crypto.policy.Algorithm;
import java.util.ArrayList;
import java.util.List;

/**
 * A key in the store: what it is, what it may be used for, and its secret of each generation, the
 * newest last. Older ones only read what was made with them.
 */
final class StoredKey {
  /** The oldest goes when there is one more. */
  private static final int MAXIMUM_GENERATIONS = 8;

  private static final int PARTS = 8;

  final Algorithm algorithm;
  final List<byte[]> secrets = new ArrayList<>();
  KeyPolicy policy;

  /** Number of the newest generation, from 1 on. */
  int generation;

  StoredKey(Algorithm algorithm, KeyPolicy policy) {
    this.algorithm = algorithm;
    this.policy = policy;
  }

  /** Makes a secret, which the key takes over, the newest one. */
  void add(byte[] secret) {
    secrets.add(secret);
    generation++;
    if (secrets.size() > MAXIMUM_GENERATIONS) {
      ConstantTime.wipe(secrets.remove(0));
    }
  }

  byte[] newest() {
    return secrets.get(secrets.size() - 1);
  }

  /** The secret of a generation, or null if there is none any more. */
  byte[] ofGeneration(long number) {
    long index = number - 1 - generation + secrets.size();
    return index < 0 || index >= secrets.size() ? null : secrets.get((int) index);
  }

  void wipe() {
    for (byte[] secret : secrets) {
      ConstantTime.wipe(secret);
    }
  }

  void write(long handle, CborWriter output) {
    output.array(PARTS).integer(handle).text(algorithm.standardName()).integer(policy.owner());
    output.integer(policy.purposes()).integer(policy.lastSecond()).integer(policy.usesLeft());
    output.integer(generation).array(secrets.size());
    for (byte[] secret : secrets) {
      output.bytes(secret);
    }
  }

  /** Reads a key behind its handle. */
  static StoredKey read(CborReader input) {
    Algorithm algorithm = Algorithm.named(input.readText());
    long owner = input.readInteger();
    int purposes = (int) input.readInteger();
    long lastSecond = input.readInteger();
    int uses = (int) input.readInteger();
    StoredKey key = new StoredKey(algorithm, new KeyPolicy(owner, purposes, lastSecond, uses));
    int generation = (int) input.readInteger();
    for (int count = input.readArray(); count > 0; count--) {
      key.secrets.add(input.readBytes());
    }
    key.generation = generation;
    return key;
  }
}
