package edgex.picture;

/**
 * Decodes the coefficients that one scan has of a block. Coefficient 0 is the block's average,
 * stored as the difference from the block before; the details follow as runs of zeros and numbers.
 * A progressive scan brings either averages or details, and of those the bits above {@code low}, or
 * (refining) bit {@code low} alone.
 */
final class JpegBlocks {
  private static final int LONG_ZEROS = 15;

  private final int first;
  private final int last;
  private final int high;
  private final int low;

  /** Blocks still to come that have no details, or no new ones, in this scan. */
  private int emptyBlocks;

  /**
   * Prepares for the coefficients from {@code first} to {@code last}.
   *
   * @param high the bit that came before, 0 if none did
   * @param low the lowest bit that comes now
   */
  JpegBlocks(int first, int last, int high, int low) {
    this.first = first;
    this.last = last;
    this.high = high;
    this.low = low;
  }

  boolean hasAverages() {
    return first == 0;
  }

  void restart() {
    emptyBlocks = 0;
  }

  void decode(JpegBits bits, JpegComponent component, short[] block, int start)
      throws PictureFormatException {
    if (first == 0 && high == 0) {
      int size = component.averages.take(bits);
      if (size > 15) {
        throw new PictureFormatException("the JPEG data is damaged");
      }
      component.prediction += bits.takeSigned(size);
      block[start] = (short) (component.prediction << low);
    } else if (first == 0) {
      block[start] |= (short) (bits.take(1) << low);
    }
    if (last > 0 && high == 0) {
      decodeDetails(bits, component.details, block, start);
    } else if (last > 0) {
      refineDetails(bits, component.details, block, start);
    }
  }

  private void decodeDetails(JpegBits bits, JpegHuffman code, short[] block, int start)
      throws PictureFormatException {
    if (emptyBlocks > 0) {
      emptyBlocks--;
      return;
    }
    int index = Math.max(first, 1);
    while (index <= last) {
      int symbol = code.take(bits);
      int zeros = symbol >> 4;
      int size = symbol & 15;
      if (size == 0 && zeros < LONG_ZEROS) {
        emptyBlocks = (1 << zeros) + bits.take(zeros) - 1;
        return;
      }
      index += zeros;
      if (index > last) {
        throw new PictureFormatException("the JPEG data is damaged");
      }
      block[start + JpegTransform.ZIGZAG[index]] = (short) (bits.takeSigned(size) << low);
      index++;
    }
  }

  /** Numbers that are not 0 yet get one more bit each; between them new ones appear. */
  private void refineDetails(JpegBits bits, JpegHuffman code, short[] block, int start)
      throws PictureFormatException {
    int index = first;
    while (emptyBlocks == 0 && index <= last) {
      int symbol = code.take(bits);
      int zeros = symbol >> 4;
      int size = symbol & 15;
      int appearing = 0;
      if (size == 1) {
        appearing = bits.take(1) == 1 ? 1 << low : -1 << low;
      } else if (size != 0) {
        throw new PictureFormatException("the JPEG data is damaged");
      } else if (zeros < LONG_ZEROS) {
        emptyBlocks = (1 << zeros) + bits.take(zeros);
        break;
      }
      index = refine(bits, block, start, index, zeros);
      if (index <= last && appearing != 0) {
        block[start + JpegTransform.ZIGZAG[index]] = (short) appearing;
      }
      index++;
    }
    if (emptyBlocks > 0) {
      refine(bits, block, start, index, Integer.MAX_VALUE);
      emptyBlocks--;
    }
  }

  /** Refines numbers until {@code zeros} zeros are passed; returns the place of the next zero. */
  private int refine(JpegBits bits, short[] block, int start, int from, int zeros)
      throws PictureFormatException {
    int left = zeros;
    int index = from;
    for (; index <= last; index++) {
      int place = start + JpegTransform.ZIGZAG[index];
      int number = block[place];
      if (number == 0) {
        if (left == 0) {
          break;
        }
        left--;
      } else if (bits.take(1) == 1) {
        block[place] += (short) (number > 0 ? 1 << low : -1 << low);
      }
    }
    return index;
  }
}
