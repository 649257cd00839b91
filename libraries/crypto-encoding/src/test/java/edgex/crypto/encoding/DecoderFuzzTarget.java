package edgex.crypto.encoding;

/** What Jazzer calls: the decoder that a system property names. */
public final class DecoderFuzzTarget {
  private static final Decoder DECODER = Decoder.valueOf(System.getProperty("edgex.fuzz.decoder"));

  private DecoderFuzzTarget() {}

  /** Fails if the decoder does anything but refuse or accept. */
  public static void fuzzerTestOneInput(byte[] input) {
    boolean unused = DECODER.accepts(input);
  }
}
