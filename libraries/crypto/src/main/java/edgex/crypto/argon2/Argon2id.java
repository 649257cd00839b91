package edgex.crypto.argon2;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.blake2.Blake2b;
import java.util.Arrays;

/**
 * Argon2id, version 0x13 (RFC 9106): a hash of passwords that takes much memory. The lanes run one
 * after the other. In the first half of the first pass the addresses do not depend on the password;
 * later they do: that is the scheme's own trade, and the one place in this library with it.
 */
public final class Argon2id {
  private static final int VERSION = 0x13;
  private static final int TYPE = 2;
  private static final int SLICES = 4;
  private static final int BLOCK_LONGS = 128;
  private static final int BLOCK_BYTES = 8 * BLOCK_LONGS;
  private static final int DIGEST_BYTES = 64;

  private final int passes;
  private final int lanes;
  private final int memoryKibibytes;
  private final int laneBlocks;
  private final int sliceBlocks;
  private final long[] memory;
  private final long[] zero = new long[BLOCK_LONGS];
  private final long[] input = new long[BLOCK_LONGS];
  private final long[] addresses = new long[BLOCK_LONGS];
  private final Argon2Block mixer = new Argon2Block();

  /**
   * Allocates the memory.
   *
   * @param passes over the memory, at least 1
   * @param memoryKibibytes at least 8 a lane; 65536 with 3 passes and 4 lanes is the RFC's second
   *     recommendation
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public Argon2id(int passes, int memoryKibibytes, int lanes) {
    if (passes < 1 || lanes < 1 || lanes > 255 || memoryKibibytes < 8 * lanes) {
      throw new IllegalArgumentException(
          "Argon2 needs at least 1 pass, 1 to 255 lanes, and 8 KiB a lane");
    }
    this.passes = passes;
    this.lanes = lanes;
    this.memoryKibibytes = memoryKibibytes;
    sliceBlocks = memoryKibibytes / (SLICES * lanes);
    laneBlocks = SLICES * sliceBlocks;
    memory = new long[Math.multiplyExact(lanes * laneBlocks, BLOCK_LONGS)];
  }

  /**
   * Hashes a password.
   *
   * @param salt at least 8 bytes, different for each password
   * @param secret a key that is kept elsewhere, or nothing
   * @param associated data that goes in too, or nothing
   * @throws IllegalArgumentException if the salt or the output is too short; the output is zeroed
   */
  public void hash(byte[] password, byte[] salt, byte[] secret, byte[] associated, byte[] output) {
    if (salt.length < 8 || output.length < 4) {
      Arrays.fill(output, (byte) 0);
      throw new IllegalArgumentException("Argon2 needs 8 bytes of salt and 4 bytes of output");
    }
    start(password, salt, secret, associated, output.length);
    for (int pass = 0; pass < passes; pass++) {
      for (int slice = 0; slice < SLICES; slice++) {
        for (int lane = 0; lane < lanes; lane++) {
          fillSegment(pass, slice, lane);
        }
      }
    }
    finish(output);
    ConstantTime.wipe(memory);
    ConstantTime.wipe(addresses);
    mixer.wipe();
  }

  /** Section 3.2, steps 1 to 4: the first two blocks of each lane. */
  private void start(
      byte[] password, byte[] salt, byte[] secret, byte[] associated, int outputBytes) {
    Blake2b hash = new Blake2b(DIGEST_BYTES);
    int[] numbers = {lanes, outputBytes, memoryKibibytes, passes, VERSION, TYPE};
    for (int number : numbers) {
      updateNumber(hash, number);
    }
    for (byte[] part : new byte[][] {password, salt, secret, associated}) {
      updateNumber(hash, part.length);
      hash.update(part, 0, part.length);
    }
    byte[] seed = new byte[DIGEST_BYTES + 8];
    hash.digest(seed, 0);
    byte[] block = new byte[BLOCK_BYTES];
    for (int lane = 0; lane < lanes; lane++) {
      ByteOrder.putLittleEndian32(seed, DIGEST_BYTES + 4, lane);
      for (int i = 0; i < 2; i++) {
        ByteOrder.putLittleEndian32(seed, DIGEST_BYTES, i);
        longHash(seed, block);
        for (int k = 0; k < BLOCK_LONGS; k++) {
          memory[blockAt(lane, i) + k] = ByteOrder.littleEndian64(block, 8 * k);
        }
      }
    }
    ConstantTime.wipe(seed);
    ConstantTime.wipe(block);
  }

  private static void updateNumber(Blake2b hash, int number) {
    byte[] bytes = new byte[4];
    ByteOrder.putLittleEndian32(bytes, 0, number);
    hash.update(bytes, 0, 4);
  }

  /** The hash function H' of section 3.3, with output of any length. */
  private static void longHash(byte[] message, byte[] output) {
    int left = output.length;
    Blake2b hash = new Blake2b(Math.min(left, DIGEST_BYTES));
    updateNumber(hash, left);
    hash.update(message, 0, message.length);
    byte[] value = new byte[DIGEST_BYTES];
    hash.digest(value, 0);
    int at = 0;
    while (left > DIGEST_BYTES) {
      System.arraycopy(value, 0, output, at, DIGEST_BYTES / 2);
      at += DIGEST_BYTES / 2;
      left -= DIGEST_BYTES / 2;
      hash = new Blake2b(Math.min(left, DIGEST_BYTES));
      hash.update(value, 0, DIGEST_BYTES);
      hash.digest(value, 0);
    }
    System.arraycopy(value, 0, output, at, left);
    ConstantTime.wipe(value);
  }

  private int blockAt(int lane, int column) {
    return (lane * laneBlocks + column) * BLOCK_LONGS;
  }

  private void fillSegment(int pass, int slice, int lane) {
    boolean independent = pass == 0 && slice < SLICES / 2;
    if (independent) {
      Arrays.fill(input, 0);
      long[] numbers = {pass, lane, slice, memory.length / BLOCK_LONGS, passes, TYPE};
      System.arraycopy(numbers, 0, input, 0, numbers.length);
    }
    for (int i = 0; i < sliceBlocks; i++) {
      if (independent && i % BLOCK_LONGS == 0) {
        input[6]++;
        mixer.mix(zero, 0, input, 0, addresses, 0, Argon2Block.Write.REPLACE);
        mixer.mix(zero, 0, addresses, 0, addresses, 0, Argon2Block.Write.REPLACE);
      }
      if (pass > 0 || slice > 0 || i >= 2) {
        int column = slice * sliceBlocks + i;
        int previous = blockAt(lane, (column + laneBlocks - 1) % laneBlocks);
        long random = independent ? addresses[i % BLOCK_LONGS] : memory[previous];
        int reference = reference(pass, slice, lane, i, random);
        Argon2Block.Write write = pass == 0 ? Argon2Block.Write.REPLACE : Argon2Block.Write.ADD;
        mixer.mix(memory, previous, memory, reference, memory, blockAt(lane, column), write);
      }
    }
  }

  /** The block that is mixed in (section 3.4.2): of what is ready, more likely a late one. */
  private int reference(int pass, int slice, int lane, int index, long random) {
    int otherLane =
        pass == 0 && slice == 0 ? lane : (int) Long.remainderUnsigned(random >>> 32, lanes);
    int ready = pass == 0 ? slice * sliceBlocks : laneBlocks - sliceBlocks;
    if (otherLane == lane) {
      ready += index - 1;
    } else if (index == 0) {
      ready--;
    }
    long low = random & 0xFFFF_FFFFL;
    long squared = (low * low) >>> 32;
    long position = ready - 1 - ((ready * squared) >>> 32);
    int first = pass == 0 ? 0 : (slice + 1) % SLICES * sliceBlocks;
    return blockAt(otherLane, (int) ((first + position) % laneBlocks));
  }

  private void finish(byte[] output) {
    long[] sum = new long[BLOCK_LONGS];
    for (int lane = 0; lane < lanes; lane++) {
      int last = blockAt(lane, laneBlocks - 1);
      for (int i = 0; i < BLOCK_LONGS; i++) {
        sum[i] ^= memory[last + i];
      }
    }
    byte[] block = new byte[BLOCK_BYTES];
    for (int i = 0; i < BLOCK_LONGS; i++) {
      ByteOrder.putLittleEndian64(block, 8 * i, sum[i]);
    }
    longHash(block, output);
    ConstantTime.wipe(sum);
    ConstantTime.wipe(block);
  }
}
