package edgex.crypto.primitive;

import edgex.crypto.ByteOrder;

/**
 * The permutation Keccak-p[1600] (FIPS 202, section 3) and the moves of data that go with it. A
 * state is 25 lanes; lane (x, y) has index {@code x + 5 * y} and its bytes are least significant
 * first.
 */
public final class KeccakPrimitive {
  /** Lanes of one state. */
  public static final int LANES = 25;

  private static final int FULL_ROUNDS = 24;

  private static final long[] ROUND_CONSTANTS = roundConstants();

  private KeccakPrimitive() {}

  /**
   * The constants of step iota from the linear feedback shift register of FIPS 202, algorithm 5:
   * bit 2^j - 1 of constant i is the register's output number 7 i + j.
   */
  private static long[] roundConstants() {
    long[] constants = new long[FULL_ROUNDS];
    int register = 1;
    for (int round = 0; round < FULL_ROUNDS; round++) {
      for (int j = 0; j < 7; j++) {
        constants[round] |= (long) (register & 1) << ((1 << j) - 1);
        register = register << 1 ^ (register >> 7) * 0x171;
      }
    }
    return constants;
  }

  /** Absorbs whole blocks: adds each to the state's first {@code rateBytes} and permutes. */
  public static void absorb(
      long[] state, int rounds, int rateBytes, byte[] input, int offset, int blocks) {
    int position = offset;
    for (int block = 0; block < blocks; block++) {
      for (int lane = 0; lane < rateBytes / 8; lane++) {
        state[lane] ^= ByteOrder.littleEndian64(input, position);
        position += 8;
      }
      permute(state, 0, rounds);
    }
  }

  /**
   * Squeezes whole blocks from several states that lie one after the other: for each block every
   * state is permuted, then its first {@code rateBytes} are written. The output of state {@code s}
   * begins at {@code offset + s * strideBytes}.
   */
  public static void squeeze(
      long[] states,
      int count,
      int rounds,
      int rateBytes,
      byte[] output,
      int offset,
      int strideBytes,
      int blocks) {
    for (int s = 0; s < count; s++) {
      int position = offset + s * strideBytes;
      for (int block = 0; block < blocks; block++) {
        permute(states, s * LANES, rounds);
        for (int lane = 0; lane < rateBytes / 8; lane++) {
          ByteOrder.putLittleEndian64(output, position, states[s * LANES + lane]);
          position += 8;
        }
      }
    }
  }

  /**
   * Permutes the state that begins at index {@code at} with the last {@code rounds} of the 24
   * rounds (12 of them are TurboSHAKE's). The state stays in local variables, that is in registers:
   * arrays would be written back in every step.
   */
  @SuppressWarnings("checkstyle:MethodLength") // 25 lanes, one line each in every step
  public static void permute(long[] state, int at, int rounds) {
    long a0 = state[at + 0];
    long a1 = state[at + 1];
    long a2 = state[at + 2];
    long a3 = state[at + 3];
    long a4 = state[at + 4];
    long a5 = state[at + 5];
    long a6 = state[at + 6];
    long a7 = state[at + 7];
    long a8 = state[at + 8];
    long a9 = state[at + 9];
    long a10 = state[at + 10];
    long a11 = state[at + 11];
    long a12 = state[at + 12];
    long a13 = state[at + 13];
    long a14 = state[at + 14];
    long a15 = state[at + 15];
    long a16 = state[at + 16];
    long a17 = state[at + 17];
    long a18 = state[at + 18];
    long a19 = state[at + 19];
    long a20 = state[at + 20];
    long a21 = state[at + 21];
    long a22 = state[at + 22];
    long a23 = state[at + 23];
    long a24 = state[at + 24];
    for (int round = FULL_ROUNDS - rounds; round < FULL_ROUNDS; round++) {
      long c0 = a0 ^ a5 ^ a10 ^ a15 ^ a20;
      long c1 = a1 ^ a6 ^ a11 ^ a16 ^ a21;
      long c2 = a2 ^ a7 ^ a12 ^ a17 ^ a22;
      long c3 = a3 ^ a8 ^ a13 ^ a18 ^ a23;
      long c4 = a4 ^ a9 ^ a14 ^ a19 ^ a24;
      long d0 = c4 ^ Long.rotateLeft(c1, 1);
      long d1 = c0 ^ Long.rotateLeft(c2, 1);
      long d2 = c1 ^ Long.rotateLeft(c3, 1);
      long d3 = c2 ^ Long.rotateLeft(c4, 1);
      long d4 = c3 ^ Long.rotateLeft(c0, 1);
      long b0 = a0 ^ d0;
      long b1 = Long.rotateLeft(a6 ^ d1, 44);
      long b2 = Long.rotateLeft(a12 ^ d2, 43);
      long b3 = Long.rotateLeft(a18 ^ d3, 21);
      long b4 = Long.rotateLeft(a24 ^ d4, 14);
      long b5 = Long.rotateLeft(a3 ^ d3, 28);
      long b6 = Long.rotateLeft(a9 ^ d4, 20);
      long b7 = Long.rotateLeft(a10 ^ d0, 3);
      long b8 = Long.rotateLeft(a16 ^ d1, 45);
      long b9 = Long.rotateLeft(a22 ^ d2, 61);
      long b10 = Long.rotateLeft(a1 ^ d1, 1);
      long b11 = Long.rotateLeft(a7 ^ d2, 6);
      long b12 = Long.rotateLeft(a13 ^ d3, 25);
      long b13 = Long.rotateLeft(a19 ^ d4, 8);
      long b14 = Long.rotateLeft(a20 ^ d0, 18);
      long b15 = Long.rotateLeft(a4 ^ d4, 27);
      long b16 = Long.rotateLeft(a5 ^ d0, 36);
      long b17 = Long.rotateLeft(a11 ^ d1, 10);
      long b18 = Long.rotateLeft(a17 ^ d2, 15);
      long b19 = Long.rotateLeft(a23 ^ d3, 56);
      long b20 = Long.rotateLeft(a2 ^ d2, 62);
      long b21 = Long.rotateLeft(a8 ^ d3, 55);
      long b22 = Long.rotateLeft(a14 ^ d4, 39);
      long b23 = Long.rotateLeft(a15 ^ d0, 41);
      long b24 = Long.rotateLeft(a21 ^ d1, 2);
      a0 = b0 ^ (~b1 & b2) ^ ROUND_CONSTANTS[round];
      a1 = b1 ^ (~b2 & b3);
      a2 = b2 ^ (~b3 & b4);
      a3 = b3 ^ (~b4 & b0);
      a4 = b4 ^ (~b0 & b1);
      a5 = b5 ^ (~b6 & b7);
      a6 = b6 ^ (~b7 & b8);
      a7 = b7 ^ (~b8 & b9);
      a8 = b8 ^ (~b9 & b5);
      a9 = b9 ^ (~b5 & b6);
      a10 = b10 ^ (~b11 & b12);
      a11 = b11 ^ (~b12 & b13);
      a12 = b12 ^ (~b13 & b14);
      a13 = b13 ^ (~b14 & b10);
      a14 = b14 ^ (~b10 & b11);
      a15 = b15 ^ (~b16 & b17);
      a16 = b16 ^ (~b17 & b18);
      a17 = b17 ^ (~b18 & b19);
      a18 = b18 ^ (~b19 & b15);
      a19 = b19 ^ (~b15 & b16);
      a20 = b20 ^ (~b21 & b22);
      a21 = b21 ^ (~b22 & b23);
      a22 = b22 ^ (~b23 & b24);
      a23 = b23 ^ (~b24 & b20);
      a24 = b24 ^ (~b20 & b21);
    }
    state[at + 0] = a0;
    state[at + 1] = a1;
    state[at + 2] = a2;
    state[at + 3] = a3;
    state[at + 4] = a4;
    state[at + 5] = a5;
    state[at + 6] = a6;
    state[at + 7] = a7;
    state[at + 8] = a8;
    state[at + 9] = a9;
    state[at + 10] = a10;
    state[at + 11] = a11;
    state[at + 12] = a12;
    state[at + 13] = a13;
    state[at + 14] = a14;
    state[at + 15] = a15;
    state[at + 16] = a16;
    state[at + 17] = a17;
    state[at + 18] = a18;
    state[at + 19] = a19;
    state[at + 20] = a20;
    state[at + 21] = a21;
    state[at + 22] = a22;
    state[at + 23] = a23;
    state[at + 24] = a24;
  }
}
