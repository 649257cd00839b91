package edgex.keystore;

import edgex.crypto.RandomSource;
import edgex.crypto.policy.AlgorithmPolicy;
import edgex.crypto.policy.Profile;
import java.util.Random;

/** A device whose storage, counter, time and measurement tests can turn. */
final class TestDevice implements SlotStorage, MonotonicCounter, RandomSource {
  final byte[][] slots = new byte[2][];
  final byte[] rootSecret = new byte[32];
  byte[] measurement = {1, 2, 3};
  long count;
  long now = 1_790_000_000;
  AlgorithmPolicy policy = AlgorithmPolicy.of(Profile.DEFAULT);
  private final Random random = new Random(17);

  KeyStore open() {
    return new KeyStore(
        this, this, new DeviceRoot(rootSecret), this, () -> now, () -> measurement, policy);
  }

  @Override
  public byte[] read(int slot) {
    return slots[slot] == null ? null : slots[slot].clone();
  }

  @Override
  public void write(int slot, byte[] content) {
    slots[slot] = content.clone();
  }

  @Override
  public long read() {
    return count;
  }

  @Override
  public void advance() {
    count++;
  }

  @Override
  public void fill(byte[] output, int offset, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    System.arraycopy(bytes, 0, output, offset, length);
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
