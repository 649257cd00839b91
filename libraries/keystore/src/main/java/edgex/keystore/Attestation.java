package edgex.keystore;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.certificate.Certificate;
import edgex.crypto.encoding.certificate.ChainVerifier;
import edgex.crypto.encoding.certificate.KeyUsage;
import edgex.crypto.encoding.cose.CoseSign1;
import edgex.crypto.encoding.key.KeyAlgorithm;
import java.util.ArrayList;
import java.util.List;

/** What a device said of itself, verified by somebody who knows its first certificate. */
public final class Attestation {
  private final byte[] claims;
  private final List<byte[]> measurements;

  private Attestation(byte[] claims, List<byte[]> measurements) {
    this.claims = claims;
    this.measurements = measurements;
  }

  /**
   * Verifies what {@link BootLayer#attest} made.
   *
   * @param device the first layer's certificate, which is trusted
   * @param chain the certificates, the last layer's first
   * @param epochSeconds the time
   * @throws CryptoException if anything is wrong
   */
  public static Attestation verify(
      Certificate device,
      List<Certificate> chain,
      byte[] message,
      byte[] nonce,
      long epochSeconds) {
    new ChainVerifier(List.of(device), key -> key == KeyAlgorithm.ML_DSA_65)
        .verify(chain, epochSeconds, KeyUsage.DIGITAL_SIGNATURE);
    List<byte[]> measurements = new ArrayList<>();
    for (Certificate certificate : chain) {
      if (!certificate.equals(device)) {
        byte[] value = certificate.extension(Measurement.EXTENSION);
        if (value == null) {
          throw new CryptoException("a layer whose certificate has no measurement");
        }
        measurements.add(0, Measurement.decode(value));
      }
    }
    CoseSign1 signed = CoseSign1.decode(message);
    if (!signed.verify(chain.get(0).publicKey(), nonce)) {
      throw new CryptoException("the answer is not signed by this layer, or not for this question");
    }
    return new Attestation(signed.payload(), measurements);
  }

  /** What was said. */
  public byte[] claims() {
    return claims.clone();
  }

  /** What was booted: SHA-384 of each layer behind the first, in the order of booting. */
  public List<byte[]> measurements() {
    return List.copyOf(measurements);
  }
}
