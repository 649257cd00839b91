package edgex.crypto.random;

/** A physical source of noise, sample by sample: an instruction, a device, jitter of a clock. */
public interface NoiseSource {
  /** The name for messages. */
  String name();

  /** What its maker or a measurement says: bits of min-entropy in a sample of 8 bits. */
  double entropyBitsPerSample();

  /**
   * Reads the next raw sample, 0 to 255.
   *
   * @return -1 if the source gives nothing now
   */
  int sample();
}
