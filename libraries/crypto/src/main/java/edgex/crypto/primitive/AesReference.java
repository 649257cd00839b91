package edgex.crypto.primitive;

import edgex.crypto.ByteOrder;
import java.util.Arrays;

/**
 * The block cipher AES (FIPS 197), bitsliced: four blocks at a time, no table, no branch and no
 * address that depends on key or data.
 *
 * <p>Plane {@code k}, a long, holds bit {@code k} of all 64 bytes. The byte in row {@code r} and
 * column {@code c} of block {@code b} is at position {@code 16 r + 4 c + b}:
 *
 * <pre>
 *   bit 63                                                    0
 *   | row 3 (16 bits) | row 2 | row 1 | row 0: c3 c2 c1 c0    |   each column: one bit a block
 * </pre>
 *
 * so that a shift of a row is a rotation inside 16 bits, and the next row is a rotation by 16.
 */
final class AesReference {
  private static final int BLOCK_BYTES = AesPrimitive.BLOCK_BYTES;

  /** An expanded key: 15 round keys of 8 longs at most, and a working area of 8. */
  private static final int SCHEDULE_LONGS = AesPrimitive.SCHEDULE_LONGS;

  private static final int PLANES = 8;
  private static final int WORKING = SCHEDULE_LONGS - PLANES;
  private static final int BATCH = 4;

  private AesReference() {}

  /** Expands a key (section 5.2): see {@link AesPrimitive}. */
  static void expandKey(byte[] key, int offset, int keyBytes, long[] schedule) {
    int keyWords = keyBytes / 4;
    int roundKeys = AesPrimitive.rounds(keyBytes) + 1;
    int[] words = new int[4 * roundKeys];
    int roundConstant = 1;
    for (int i = 0; i < words.length; i++) {
      if (i < keyWords) {
        words[i] = ByteOrder.littleEndian32(key, offset + 4 * i);
        continue;
      }
      int word = words[i - 1];
      if (i % keyWords == 0) {
        word = substituteWord(schedule, Integer.rotateRight(word, 8)) ^ roundConstant;
        roundConstant = roundConstant << 1 ^ (roundConstant >> 7) * 0x11B;
      } else if (keyWords == 8 && i % keyWords == 4) {
        word = substituteWord(schedule, word);
      }
      words[i] = words[i - keyWords] ^ word;
    }
    for (int round = 0; round < roundKeys; round++) {
      for (int block = 0; block < BATCH; block++) {
        placeBlock(schedule, 8 * round, block, words, 4 * round);
      }
      transpose(schedule, 8 * round);
    }
    Arrays.fill(words, 0);
    Arrays.fill(schedule, WORKING, SCHEDULE_LONGS, 0);
  }

  private static int substituteWord(long[] schedule, int word) {
    Arrays.fill(schedule, WORKING, SCHEDULE_LONGS, 0);
    schedule[WORKING] = word & 0xFFFF_FFFFL;
    transpose(schedule, WORKING);
    substitute(schedule, WORKING);
    transpose(schedule, WORKING);
    return (int) schedule[WORKING];
  }

  private static void placeBlock(long[] planes, int at, int block, int[] words, int first) {
    planes[at + block] = spread(words[first]) | spread(words[first + 2]) << 8;
    planes[at + 4 + block] = spread(words[first + 1]) | spread(words[first + 3]) << 8;
  }

  /** Encrypts blocks; input and output may be the same range. */
  static void encrypt(
      long[] schedule,
      int rounds,
      byte[] input,
      int offset,
      byte[] output,
      int outputOffset,
      int blocks) {
    for (int done = 0; done < blocks; done += BATCH) {
      int count = Math.min(BATCH, blocks - done);
      read(schedule, input, offset + done * BLOCK_BYTES, count);
      addRoundKey(schedule, 0);
      for (int round = 1; round < rounds; round++) {
        substitute(schedule, WORKING);
        shiftRows(schedule);
        mixColumns(schedule);
        addRoundKey(schedule, round);
      }
      substitute(schedule, WORKING);
      shiftRows(schedule);
      addRoundKey(schedule, rounds);
      write(schedule, output, outputOffset + done * BLOCK_BYTES, count);
    }
    Arrays.fill(schedule, WORKING, SCHEDULE_LONGS, 0);
  }

  /** Decrypts blocks; input and output may be the same range. */
  static void decrypt(
      long[] schedule,
      int rounds,
      byte[] input,
      int offset,
      byte[] output,
      int outputOffset,
      int blocks) {
    for (int done = 0; done < blocks; done += BATCH) {
      int count = Math.min(BATCH, blocks - done);
      read(schedule, input, offset + done * BLOCK_BYTES, count);
      addRoundKey(schedule, rounds);
      for (int round = rounds - 1; round > 0; round--) {
        shiftRowsBack(schedule);
        substituteBack(schedule);
        addRoundKey(schedule, round);
        unmixColumns(schedule);
      }
      shiftRowsBack(schedule);
      substituteBack(schedule);
      addRoundKey(schedule, 0);
      write(schedule, output, outputOffset + done * BLOCK_BYTES, count);
    }
    Arrays.fill(schedule, WORKING, SCHEDULE_LONGS, 0);
  }

  /** Puts the bytes of a word into the even bytes of a long. */
  private static long spread(int word) {
    long wide = word & 0xFFFF_FFFFL;
    wide = (wide | wide << 16) & 0x0000_FFFF_0000_FFFFL;
    return (wide | wide << 8) & 0x00FF_00FF_00FF_00FFL;
  }

  private static int gather(long wide) {
    long even = wide & 0x00FF_00FF_00FF_00FFL;
    even = (even | even >>> 8) & 0x0000_FFFF_0000_FFFFL;
    return (int) (even | even >>> 16);
  }

  private static void read(long[] schedule, byte[] input, int offset, int blocks) {
    Arrays.fill(schedule, WORKING, SCHEDULE_LONGS, 0);
    for (int block = 0; block < blocks; block++) {
      int at = offset + block * BLOCK_BYTES;
      schedule[WORKING + block] =
          spread(ByteOrder.littleEndian32(input, at))
              | spread(ByteOrder.littleEndian32(input, at + 8)) << 8;
      schedule[WORKING + 4 + block] =
          spread(ByteOrder.littleEndian32(input, at + 4))
              | spread(ByteOrder.littleEndian32(input, at + 12)) << 8;
    }
    transpose(schedule, WORKING);
  }

  private static void write(long[] schedule, byte[] output, int offset, int blocks) {
    transpose(schedule, WORKING);
    for (int block = 0; block < blocks; block++) {
      int at = offset + block * BLOCK_BYTES;
      long even = schedule[WORKING + block];
      long odd = schedule[WORKING + 4 + block];
      ByteOrder.putLittleEndian32(output, at, gather(even));
      ByteOrder.putLittleEndian32(output, at + 4, gather(odd));
      ByteOrder.putLittleEndian32(output, at + 8, gather(even >>> 8));
      ByteOrder.putLittleEndian32(output, at + 12, gather(odd >>> 8));
    }
  }

  /** Swaps bit {@code i} of a byte in long {@code k} with bit {@code k} of that in long i. */
  private static void transpose(long[] planes, int at) {
    for (int i = 0; i < PLANES; i += 2) {
      exchange(planes, at + i, at + i + 1, 1, 0x5555_5555_5555_5555L);
    }
    for (int i = 0; i < PLANES; i += 4) {
      exchange(planes, at + i, at + i + 2, 2, 0x3333_3333_3333_3333L);
      exchange(planes, at + i + 1, at + i + 3, 2, 0x3333_3333_3333_3333L);
    }
    for (int i = 0; i < 4; i++) {
      exchange(planes, at + i, at + i + 4, 4, 0x0F0F_0F0F_0F0F_0F0FL);
    }
  }

  private static void exchange(long[] planes, int a, int b, int shift, long low) {
    long x = planes[a];
    long y = planes[b];
    planes[a] = (x & low) | (y & low) << shift;
    planes[b] = (x & ~low) >>> shift | (y & ~low);
  }

  private static void addRoundKey(long[] schedule, int round) {
    for (int i = 0; i < PLANES; i++) {
      schedule[WORKING + i] ^= schedule[PLANES * round + i];
    }
  }

  private static void shiftRows(long[] schedule) {
    for (int i = WORKING; i < SCHEDULE_LONGS; i++) {
      long x = schedule[i];
      schedule[i] =
          (x & 0x0000_0000_0000_FFFFL)
              | (x & 0x0000_0000_FFF0_0000L) >>> 4
              | (x & 0x0000_0000_000F_0000L) << 12
              | (x & 0x0000_FF00_0000_0000L) >>> 8
              | (x & 0x0000_00FF_0000_0000L) << 8
              | (x & 0xF000_0000_0000_0000L) >>> 12
              | (x & 0x0FFF_0000_0000_0000L) << 4;
    }
  }

  private static void shiftRowsBack(long[] schedule) {
    for (int i = WORKING; i < SCHEDULE_LONGS; i++) {
      long x = schedule[i];
      schedule[i] =
          (x & 0x0000_0000_0000_FFFFL)
              | (x & 0x0000_0000_0FFF_0000L) << 4
              | (x & 0x0000_0000_F000_0000L) >>> 12
              | (x & 0x0000_FF00_0000_0000L) >>> 8
              | (x & 0x0000_00FF_0000_0000L) << 8
              | (x & 0x000F_0000_0000_0000L) << 12
              | (x & 0xFFF0_0000_0000_0000L) >>> 4;
    }
  }

  /**
   * Each byte becomes 2 a + 3 b + c + d of its column, b, c and d the rows below: twice (a + b),
   * and b, and (c + d). Twice is a step to the next plane, with x^8 = x^4 + x^3 + x + 1.
   */
  private static void mixColumns(long[] schedule) {
    long last = schedule[WORKING + 7];
    long carried = last ^ Long.rotateRight(last, 16);
    long doubled = carried;
    for (int i = 0; i < PLANES; i++) {
      long plane = schedule[WORKING + i];
      long next = Long.rotateRight(plane, 16);
      long sum = plane ^ next;
      schedule[WORKING + i] = doubled ^ next ^ Long.rotateRight(sum, 32);
      // Planes 1, 3 and 4 take the carry besides the plane below them.
      doubled = i == 0 || i == 2 || i == 3 ? sum ^ carried : sum;
    }
  }

  /** The inverse matrix is that of mixColumns times (5, 0, 4, 0): adds 4 (a + c) first. */
  private static void unmixColumns(long[] schedule) {
    long six = opposite(schedule[WORKING + 6]);
    long seven = opposite(schedule[WORKING + 7]);
    long two = opposite(schedule[WORKING + 2]);
    long three = opposite(schedule[WORKING + 3]);
    long zero = opposite(schedule[WORKING]);
    long one = opposite(schedule[WORKING + 1]);
    long four = opposite(schedule[WORKING + 4]);
    long five = opposite(schedule[WORKING + 5]);
    // x^6 and x^7 times x^2 are x^4 + x^3 + x + 1 and x^5 + x^4 + x^2 + x.
    schedule[WORKING] ^= six;
    schedule[WORKING + 1] ^= six ^ seven;
    schedule[WORKING + 2] ^= zero ^ seven;
    schedule[WORKING + 3] ^= one ^ six;
    schedule[WORKING + 4] ^= two ^ six ^ seven;
    schedule[WORKING + 5] ^= three ^ seven;
    schedule[WORKING + 6] ^= four;
    schedule[WORKING + 7] ^= five;
    mixColumns(schedule);
  }

  private static long opposite(long plane) {
    return plane ^ Long.rotateRight(plane, 32);
  }

  /**
   * The inverse of the substitution. It is {@code A(x) = M(1/x)} with an affine map M, so its
   * inverse is {@code B(A(B(x)))} with B the inverse of M.
   */
  private static void substituteBack(long[] schedule) {
    affineBack(schedule);
    substitute(schedule, WORKING);
    affineBack(schedule);
  }

  private static void affineBack(long[] schedule) {
    long q0 = schedule[WORKING];
    long q1 = schedule[WORKING + 1];
    long q2 = schedule[WORKING + 2];
    long q3 = schedule[WORKING + 3];
    long q4 = schedule[WORKING + 4];
    long q5 = schedule[WORKING + 5];
    long q6 = schedule[WORKING + 6];
    long q7 = schedule[WORKING + 7];
    schedule[WORKING] = ~(q2 ^ q5 ^ q7);
    schedule[WORKING + 1] = q3 ^ q6 ^ q0;
    schedule[WORKING + 2] = ~(q4 ^ q7 ^ q1);
    schedule[WORKING + 3] = q5 ^ q0 ^ q2;
    schedule[WORKING + 4] = q6 ^ q1 ^ q3;
    schedule[WORKING + 5] = q7 ^ q2 ^ q4;
    schedule[WORKING + 6] = q0 ^ q3 ^ q5;
    schedule[WORKING + 7] = q1 ^ q4 ^ q6;
  }

  /**
   * The substitution of section 5.1.1 as a circuit of 113 gates (Boyar and Peralta, A Small
   * Depth-16 Circuit for the AES S-Box, 2012), with the paper's names; x0 is the most significant
   * bit.
   */
  @SuppressWarnings("checkstyle:MethodLength") // one line a gate
  private static void substitute(long[] planes, int at) {
    long x0 = planes[at + 7];
    long x1 = planes[at + 6];
    long x2 = planes[at + 5];
    long x3 = planes[at + 4];
    long x4 = planes[at + 3];
    long x5 = planes[at + 2];
    long x6 = planes[at + 1];
    long x7 = planes[at + 0];
    long y14 = x3 ^ x5;
    long y13 = x0 ^ x6;
    long y9 = x0 ^ x3;
    long y8 = x0 ^ x5;
    long t0 = x1 ^ x2;
    long y1 = t0 ^ x7;
    long y4 = y1 ^ x3;
    long y12 = y13 ^ y14;
    long y2 = y1 ^ x0;
    long y5 = y1 ^ x6;
    long y3 = y5 ^ y8;
    long t1 = x4 ^ y12;
    long y15 = t1 ^ x5;
    long y20 = t1 ^ x1;
    long y6 = y15 ^ x7;
    long y10 = y15 ^ t0;
    long y11 = y20 ^ y9;
    long y7 = x7 ^ y11;
    long y17 = y10 ^ y11;
    long y19 = y10 ^ y8;
    long y16 = t0 ^ y11;
    long y21 = y13 ^ y16;
    long y18 = x0 ^ y16;
    long t2 = y12 & y15;
    long t3 = y3 & y6;
    long t4 = t3 ^ t2;
    long t5 = y4 & x7;
    long t6 = t5 ^ t2;
    long t7 = y13 & y16;
    long t8 = y5 & y1;
    long t9 = t8 ^ t7;
    long t10 = y2 & y7;
    long t11 = t10 ^ t7;
    long t12 = y9 & y11;
    long t13 = y14 & y17;
    long t14 = t13 ^ t12;
    long t15 = y8 & y10;
    long t16 = t15 ^ t12;
    long t17 = t4 ^ t14;
    long t18 = t6 ^ t16;
    long t19 = t9 ^ t14;
    long t20 = t11 ^ t16;
    long t21 = t17 ^ y20;
    long t22 = t18 ^ y19;
    long t23 = t19 ^ y21;
    long t24 = t20 ^ y18;
    long t25 = t21 ^ t22;
    long t26 = t21 & t23;
    long t27 = t24 ^ t26;
    long t28 = t25 & t27;
    long t29 = t28 ^ t22;
    long t30 = t23 ^ t24;
    long t31 = t22 ^ t26;
    long t32 = t31 & t30;
    long t33 = t32 ^ t24;
    long t34 = t23 ^ t33;
    long t35 = t27 ^ t33;
    long t36 = t24 & t35;
    long t37 = t36 ^ t34;
    long t38 = t27 ^ t36;
    long t39 = t29 & t38;
    long t40 = t25 ^ t39;
    long t41 = t40 ^ t37;
    long t42 = t29 ^ t33;
    long t43 = t29 ^ t40;
    long t44 = t33 ^ t37;
    long t45 = t42 ^ t41;
    long z0 = t44 & y15;
    long z1 = t37 & y6;
    long z2 = t33 & x7;
    long z3 = t43 & y16;
    long z4 = t40 & y1;
    long z5 = t29 & y7;
    long z6 = t42 & y11;
    long z7 = t45 & y17;
    long z8 = t41 & y10;
    long z9 = t44 & y12;
    long z10 = t37 & y3;
    long z11 = t33 & y4;
    long z12 = t43 & y13;
    long z13 = t40 & y5;
    long z14 = t29 & y2;
    long z15 = t42 & y9;
    long z16 = t45 & y14;
    long z17 = t41 & y8;
    long t46 = z15 ^ z16;
    long t47 = z10 ^ z11;
    long t48 = z5 ^ z13;
    long t49 = z9 ^ z10;
    long t50 = z2 ^ z12;
    long t51 = z2 ^ z5;
    long t52 = z7 ^ z8;
    long t53 = z0 ^ z3;
    long t54 = z6 ^ z7;
    long t55 = z16 ^ z17;
    long t56 = z12 ^ t48;
    long t57 = t50 ^ t53;
    long t58 = z4 ^ t46;
    long t59 = z3 ^ t54;
    long t60 = t46 ^ t57;
    long t61 = z14 ^ t57;
    long t62 = t52 ^ t58;
    long t63 = t49 ^ t58;
    long t64 = z4 ^ t59;
    long t65 = t61 ^ t62;
    long t66 = z1 ^ t63;
    long t67 = t64 ^ t65;
    long s3 = t53 ^ t66;
    planes[at + 7] = t59 ^ t63;
    planes[at + 6] = t64 ^ ~s3;
    planes[at + 5] = t55 ^ ~t67;
    planes[at + 4] = s3;
    planes[at + 3] = t51 ^ t66;
    planes[at + 2] = t47 ^ t65;
    planes[at + 1] = t56 ^ ~t62;
    planes[at] = t48 ^ ~t60;
  }
}
