package edgex.crypto.argon2;

import edgex.crypto.ConstantTime;

/** The compression function G of Argon2 (RFC 9106, section 3.5) over blocks of 128 longs. */
final class Argon2Block {
  private static final int LONGS = 128;

  /** What happens to the block that is written. */
  enum Write {
    REPLACE,
    ADD
  }

  private final long[] sum = new long[LONGS];
  private final long[] work = new long[LONGS];

  /** Writes, or adds to, a block what comes of two others. */
  void mix(
      long[] first, int firstAt, long[] second, int secondAt, long[] out, int outAt, Write write) {
    for (int i = 0; i < LONGS; i++) {
      sum[i] = first[firstAt + i] ^ second[secondAt + i];
      work[i] = sum[i];
    }
    for (int row = 0; row < 8; row++) {
      permute(16 * row, 2);
    }
    for (int column = 0; column < 8; column++) {
      permute(2 * column, 16);
    }
    for (int i = 0; i < LONGS; i++) {
      long old = write == Write.ADD ? out[outAt + i] : 0;
      out[outAt + i] = old ^ sum[i] ^ work[i];
    }
  }

  /** The permutation P over 16 longs: pairs of neighbours, {@code stride} apart. */
  private void permute(int at, int stride) {
    for (int i = 0; i < 4; i++) {
      quarter(at, stride, i, 4 + i, 8 + i, 12 + i);
    }
    for (int i = 0; i < 4; i++) {
      quarter(at, stride, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
    }
  }

  private void quarter(int at, int stride, int a, int b, int c, int d) {
    mixFour(
        at + a / 2 * stride + a % 2,
        at + b / 2 * stride + b % 2,
        at + c / 2 * stride + c % 2,
        at + d / 2 * stride + d % 2);
  }

  /** BLAKE2b's mixing, with a product of the lower halves added to each sum. */
  private void mixFour(int a, int b, int c, int d) {
    work[a] = addWithProduct(work[a], work[b]);
    work[d] = Long.rotateRight(work[d] ^ work[a], 32);
    work[c] = addWithProduct(work[c], work[d]);
    work[b] = Long.rotateRight(work[b] ^ work[c], 24);
    work[a] = addWithProduct(work[a], work[b]);
    work[d] = Long.rotateRight(work[d] ^ work[a], 16);
    work[c] = addWithProduct(work[c], work[d]);
    work[b] = Long.rotateRight(work[b] ^ work[c], 63);
  }

  private static long addWithProduct(long x, long y) {
    return x + y + 2 * (x & 0xFFFF_FFFFL) * (y & 0xFFFF_FFFFL);
  }

  void wipe() {
    ConstantTime.wipe(sum);
    ConstantTime.wipe(work);
  }
}
