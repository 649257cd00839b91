package edgex.crypto.keccak;

import edgex.crypto.ByteOrder;
import edgex.crypto.hash.ExtendableOutput;
import edgex.crypto.primitive.KeccakPrimitive;
import java.util.Arrays;
import java.util.Objects;

/**
 * The sponge construction over Keccak-p[1600] (FIPS 202, section 4).
 *
 * <pre>
 *   state  |&lt;------ rate: message and output ------&gt;|&lt;-- capacity: never seen outside --&gt;|
 * </pre>
 *
 * While absorbing, {@code position} bytes of the next block wait in {@code block}; while squeezing,
 * {@code block} holds the last output block, of which {@code position} bytes are used.
 */
public final class Sponge implements ExtendableOutput {
  private static final int FULL_ROUNDS = 24;
  private static final int TURBO_ROUNDS = 12;

  /** Domain bits and the first bit of the padding, from the least significant bit. */
  private static final int SHA3_SUFFIX = 0b110;

  private static final int SHAKE_SUFFIX = 0b11111;
  private static final int CSHAKE_SUFFIX = 0b100;

  private final String name;
  private final int rounds;
  private final int rateBytes;
  private final int digestBytes;
  private final long[] state = new long[KeccakPrimitive.LANES];
  private final byte[] block;
  private int suffix;
  private int position;
  private boolean squeezing;

  private Sponge(String name, int rounds, int strengthBits, int digestBytes, int suffix) {
    this.name = name;
    this.rounds = rounds;
    this.rateBytes = (1600 - 2 * strengthBits) / 8;
    this.digestBytes = digestBytes;
    this.suffix = suffix;
    this.block = new byte[rateBytes];
  }

  /** SHA3-224, SHA3-256, SHA3-384 or SHA3-512. */
  public static Sponge sha3(int digestBits) {
    if (digestBits != 224 && digestBits != 256 && digestBits != 384 && digestBits != 512) {
      throw new IllegalArgumentException("there is no SHA3-" + digestBits);
    }
    return new Sponge("SHA3-" + digestBits, FULL_ROUNDS, digestBits, digestBits / 8, SHA3_SUFFIX);
  }

  /** SHAKE128 or SHAKE256. */
  public static Sponge shake(int strengthBits) {
    return extendable("SHAKE-", FULL_ROUNDS, strengthBits, SHAKE_SUFFIX);
  }

  /** TurboSHAKE128 or TurboSHAKE256 (RFC 9861); the domain byte is 1 to 127, by default 31. */
  public static Sponge turboShake(int strengthBits, int domain) {
    if (domain < 1 || domain > 0x7F) {
      throw new IllegalArgumentException("TurboSHAKE has no domain byte " + domain);
    }
    return extendable("TurboSHAKE-", TURBO_ROUNDS, strengthBits, domain);
  }

  /** The sponge of cSHAKE, before its prefix is absorbed: see {@link CustomShake}. */
  static Sponge customShake(int strengthBits) {
    return extendable("cSHAKE-", FULL_ROUNDS, strengthBits, CSHAKE_SUFFIX);
  }

  private static Sponge extendable(String family, int rounds, int strengthBits, int suffix) {
    if (strengthBits != 128 && strengthBits != 256) {
      throw new IllegalArgumentException("there is no " + family + strengthBits);
    }
    return new Sponge(family + strengthBits, rounds, strengthBits, strengthBits / 4, suffix);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int blockBytes() {
    return rateBytes;
  }

  @Override
  public int digestBytes() {
    return digestBytes;
  }

  @Override
  public void reset() {
    Arrays.fill(state, 0);
    Arrays.fill(block, (byte) 0);
    position = 0;
    squeezing = false;
  }

  @Override
  public void update(byte[] input, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, input.length);
    if (squeezing) {
      throw new IllegalStateException(name + ": the message has ended");
    }
    int next = offset;
    int left = length;
    if (position > 0) {
      int part = Math.min(left, rateBytes - position);
      System.arraycopy(input, next, block, position, part);
      position += part;
      next += part;
      left -= part;
      if (position < rateBytes) {
        return;
      }
      KeccakPrimitive.absorb(state, rounds, rateBytes, block, 0, 1);
      position = 0;
    }
    int whole = left / rateBytes;
    KeccakPrimitive.absorb(state, rounds, rateBytes, input, next, whole);
    int rest = left - whole * rateBytes;
    System.arraycopy(input, next + whole * rateBytes, block, 0, rest);
    position = rest;
  }

  @Override
  public void updateLastBits(int bits, int bitCount) {
    if (bitCount < 1 || bitCount > 7) {
      throw new IllegalArgumentException("last bits: " + bitCount);
    }
    int tail = (bits & ((1 << bitCount) - 1)) | (suffix << bitCount);
    finish(tail);
  }

  /** Pads with the tail, which has one or two bytes, and pad10*1; the permutation is left to do. */
  private void finish(int tail) {
    Arrays.fill(block, position, rateBytes, (byte) 0);
    block[position] = (byte) tail;
    if (tail > 0xFF) {
      if (position + 1 == rateBytes) {
        KeccakPrimitive.absorb(state, rounds, rateBytes, block, 0, 1);
        Arrays.fill(block, (byte) 0);
        block[0] = (byte) (tail >> 8);
      } else {
        block[position + 1] = (byte) (tail >> 8);
      }
    } else if (tail > 0x7F && position + 1 == rateBytes) {
      // The first padding bit fills the block: the last one goes into a block of its own.
      KeccakPrimitive.absorb(state, rounds, rateBytes, block, 0, 1);
      Arrays.fill(block, (byte) 0);
    }
    block[rateBytes - 1] ^= (byte) 0x80;
    for (int lane = 0; lane < rateBytes / 8; lane++) {
      state[lane] ^= ByteOrder.littleEndian64(block, 8 * lane);
    }
    position = rateBytes;
    squeezing = true;
  }

  @Override
  public void squeeze(byte[] output, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, output.length);
    if (!squeezing) {
      finish(suffix);
    }
    int part = Math.min(length, rateBytes - position);
    System.arraycopy(block, position, output, offset, part);
    position += part;
    int next = offset + part;
    int left = length - part;
    int whole = left / rateBytes;
    KeccakPrimitive.squeeze(state, 1, rounds, rateBytes, output, next, 0, whole);
    next += whole * rateBytes;
    left -= whole * rateBytes;
    if (left > 0) {
      KeccakPrimitive.squeeze(state, 1, rounds, rateBytes, block, 0, 0, 1);
      System.arraycopy(block, 0, output, next, left);
      position = left;
    }
  }

  @Override
  public void digest(byte[] output, int offset) {
    squeeze(output, offset, digestBytes);
    reset();
  }

  /** Continues from where another sponge of the same function is. */
  public void copyFrom(Sponge other) {
    if (other.rateBytes != rateBytes || other.rounds != rounds) {
      throw new IllegalArgumentException("a " + other.name + " is no " + name);
    }
    System.arraycopy(other.state, 0, state, 0, state.length);
    System.arraycopy(other.block, 0, block, 0, rateBytes);
    suffix = other.suffix;
    position = other.position;
    squeezing = other.squeezing;
  }
}
