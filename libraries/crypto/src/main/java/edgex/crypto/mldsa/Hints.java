package edgex.crypto.mldsa;

import java.util.Arrays;

/**
 * The hints at the end of a signature (algorithms 20 and 21):
 *
 * <pre>
 *   places of the ones of row 0, of row 1, ..., zeros up to omega bytes | per row: where its places end
 * </pre>
 *
 * A set of hints has exactly one encoding; every other one is refused, else a signature could be
 * changed into another one of the same message.
 */
final class Hints {
  private final int rows;
  private final int maximum;

  Hints(MlDsaParameters parameters) {
    rows = parameters.rows();
    maximum = parameters.maximumHints();
  }

  /** Writes one row of hints, given as numbers 0 and 1; rows come in order. */
  void encodeRow(int row, int[] hints, int at, byte[] output, int offset) {
    int end = row == 0 ? 0 : output[offset + maximum + row - 1] & 0xFF;
    for (int j = 0; j < 256; j++) {
      if (hints[at + j] != 0) {
        output[offset + end] = (byte) j;
        end++;
      }
    }
    output[offset + maximum + row] = (byte) end;
  }

  /** Whether this is the encoding of some hints. */
  boolean isCanonical(byte[] encoded, int offset) {
    int start = 0;
    for (int row = 0; row < rows; row++) {
      int end = encoded[offset + maximum + row] & 0xFF;
      if (end < start || end > maximum) {
        return false;
      }
      for (int i = start + 1; i < end; i++) {
        if ((encoded[offset + i] & 0xFF) <= (encoded[offset + i - 1] & 0xFF)) {
          return false;
        }
      }
      start = end;
    }
    for (int i = start; i < maximum; i++) {
      if (encoded[offset + i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Sets the bytes of one row's hints to 1 and all others to 0. */
  void decodeRow(int row, byte[] encoded, int offset, byte[] hints) {
    Arrays.fill(hints, (byte) 0);
    int start = row == 0 ? 0 : encoded[offset + maximum + row - 1] & 0xFF;
    int end = encoded[offset + maximum + row] & 0xFF;
    for (int i = start; i < end; i++) {
      hints[encoded[offset + i] & 0xFF] = 1;
    }
  }
}
