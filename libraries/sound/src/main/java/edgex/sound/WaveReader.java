package edgex.sound;

/**
 * Reads WAV files: whole numbers of 8, 16, 24 or 32 bits and floating-point ones of 32 or 64. The
 * channels are averaged to one.
 *
 * <pre>
 *   "RIFF"  bytes that follow (4)  "WAVE", then chunks: name, bytes (4), content, filled up to 2
 *   "fmt "  0 kind   2 channels   4 rate   8 bytes a second   12 bytes a frame   14 bits a sample
 *           16 bytes that follow   18 valid bits   20 loudspeakers   24 kind, if kind was 0xFFFE
 *   "data"  frames: one sample of every channel
 * </pre>
 *
 * All numbers have their lowest byte first. Specification: IBM and Microsoft, "Multimedia
 * Programming Interface and Data Specifications 1.0"; Microsoft, "WAVEFORMATEXTENSIBLE".
 */
public final class WaveReader {
  /** Samples of the longest sound that is read: 16 million, 17 minutes at 16 kHz. */
  public static final int MAXIMUM_SAMPLES = 1 << 24;

  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int FORMAT_BYTES = 16;
  private static final int EXTENDED_FORMAT_BYTES = 26;
  private static final int WHOLE_NUMBERS = 1;
  private static final int FLOATING_POINT = 3;
  private static final int EXTENDED = 0xFFFE;
  private static final int HIGHEST_RATE_HERTZ = 1_000_000;

  private final byte[] file;
  private int kind;
  private int channels;
  private int rateHertz;
  private int sampleBytes;

  private WaveReader(byte[] file) {
    this.file = file;
  }

  /**
   * Decodes a WAV file.
   *
   * @param file the whole file
   * @throws SoundFormatException if it is something else, or damaged, or too long
   */
  public static Sound read(byte[] file) throws SoundFormatException {
    boolean isWave =
        file.length >= RIFF_HEADER_BYTES && isNamed(file, 0, "RIFF") && isNamed(file, 8, "WAVE");
    if (!isWave) {
      throw new SoundFormatException(
          file.length == 0 ? "the file is empty" : "the file is not a WAV sound");
    }
    return new WaveReader(file).read();
  }

  private static boolean isNamed(byte[] file, int at, String name) {
    for (int index = 0; index < name.length(); index++) {
      if (file[at + index] != name.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  private Sound read() throws SoundFormatException {
    int position = RIFF_HEADER_BYTES;
    while (file.length - position >= CHUNK_HEADER_BYTES) {
      long length = number(position + 4, 4) & 0xFFFF_FFFFL;
      int start = position + CHUNK_HEADER_BYTES;
      boolean isData = isNamed(file, position, "data");
      if (length > file.length - start) {
        throw new SoundFormatException(
            "the WAV file ends early: a part of "
                + length
                + " bytes has only "
                + (file.length - start));
      }
      if (isData) {
        return decode(start, (int) length);
      }
      if (isNamed(file, position, "fmt ")) {
        readFormat(start, (int) length);
      }
      // A chunk of an odd length is followed by a byte that does not count.
      position = (int) Math.min(file.length, start + length + length % 2);
    }
    throw new SoundFormatException("the WAV file has no sound");
  }

  private void readFormat(int start, int length) throws SoundFormatException {
    if (length < FORMAT_BYTES) {
      throw new SoundFormatException("the WAV format is cut off");
    }
    kind = (int) number(start, 2);
    if (kind == EXTENDED && length >= EXTENDED_FORMAT_BYTES) {
      kind = (int) number(start + 24, 2);
    }
    channels = (int) number(start + 2, 2);
    long rate = number(start + 4, 4) & 0xFFFF_FFFFL;
    int bits = (int) number(start + 14, 2);
    boolean exists =
        kind == WHOLE_NUMBERS
            ? bits == 8 || bits == 16 || bits == 24 || bits == 32
            : kind == FLOATING_POINT && (bits == 32 || bits == 64);
    if (!exists) {
      throw new SoundFormatException(
          "a WAV of kind "
              + kind
              + " and "
              + bits
              + " bits is not supported, only uncompressed sound");
    }
    if (channels < 1 || rate < 1 || rate > HIGHEST_RATE_HERTZ) {
      throw new SoundFormatException(
          "a WAV of " + channels + " channels and " + rate + " samples a second makes no sense");
    }
    rateHertz = (int) rate;
    sampleBytes = bits / 8;
  }

  private Sound decode(int start, int length) throws SoundFormatException {
    if (channels == 0) {
      throw new SoundFormatException("the WAV file has sound before its format");
    }
    int frames = length / (sampleBytes * channels);
    if (frames > MAXIMUM_SAMPLES) {
      throw new SoundFormatException(
          "a sound of " + frames + " samples is longer than " + MAXIMUM_SAMPLES);
    }
    float[] samples = new float[frames];
    for (int frame = 0; frame < frames; frame++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += sample(start + (frame * channels + channel) * sampleBytes);
      }
      samples[frame] = (float) (sum / channels);
      if (Float.isNaN(samples[frame]) || Float.isInfinite(samples[frame])) {
        throw new SoundFormatException("sample " + frame + " of the WAV file is not a number");
      }
    }
    return new Sound(rateHertz, samples);
  }

  private double sample(int at) {
    long bits = number(at, sampleBytes);
    if (kind == FLOATING_POINT) {
      return sampleBytes == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
    }
    if (sampleBytes == 1) {
      // The only kind without a sign.
      return (bits - 128) / 128.0;
    }
    int unused = 64 - 8 * sampleBytes;
    return (bits << unused >> unused) / (double) (1L << (8 * sampleBytes - 1));
  }

  /** The number in {@code count} bytes, without a sign. */
  private long number(int at, int count) {
    long number = 0;
    for (int index = count - 1; index >= 0; index--) {
      number = number << 8 | (file[at + index] & 0xFF);
    }
    return number;
  }
}
