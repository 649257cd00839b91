package edgex.keystore;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.encoding.certificate.Certificate;
import edgex.crypto.encoding.certificate.CertificateBuilder;
import edgex.crypto.encoding.certificate.DistinguishedName;
import edgex.crypto.encoding.certificate.KeyUsage;
import edgex.crypto.encoding.cose.CoseSign1;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.hash.Hkdf;
import edgex.crypto.hash.Sha2;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer of a boot chain after the model of DICE: its secret follows from that of the layer before
 * and the measurement of its code, so code that is changed has another secret, another key, and
 * nobody's certificate.
 *
 * <pre>
 *   secret of layer n + 1 = HKDF(secret of layer n, measurement of layer n + 1)
 *   key of a layer        = ML-DSA-65 of a seed that follows from its secret
 *   certificate           = its public key and its measurement, signed by the layer before
 * </pre>
 *
 * A layer hands the next one over and wipes itself, so what runs later cannot speak for it.
 */
public final class BootLayer {
  private static final KeyAlgorithm ALGORITHM = KeyAlgorithm.ML_DSA_65;
  private static final int SECRET_BYTES = 48;

  /** Certificates of devices do not expire (RFC 5280, section 4.1.2.5): 31 December 9999. */
  private static final long FIRST_SECOND = 1_767_225_600L;

  private static final long LAST_SECOND = 253_402_300_799L;

  /** Layers below the first one; 8 are more than anybody has. */
  private static final int MAXIMUM_DEPTH = 8;

  private final int depth;
  private final byte[] secret;
  private final PrivateKey key;
  private final List<Certificate> chain;
  private final DistinguishedName name;

  private BootLayer(
      int depth, byte[] secret, PrivateKey key, DistinguishedName name, List<Certificate> chain) {
    this.depth = depth;
    this.secret = secret;
    this.key = key;
    this.name = name;
    this.chain = chain;
  }

  /** The first layer: that of the device itself, whose certificate is the root of its chain. */
  public static BootLayer first(DeviceRoot root, String deviceName, RandomSource random) {
    byte[] secret = root.derive("boot layers", new byte[0], SECRET_BYTES);
    PrivateKey key = key(secret);
    DistinguishedName name = DistinguishedName.of("CN=" + deviceName);
    Certificate certificate =
        new CertificateBuilder(name, key.publicKey())
            .validity(FIRST_SECOND, LAST_SECOND)
            .authority(MAXIMUM_DEPTH)
            .signSelf(key, random);
    return new BootLayer(0, secret, key, name, List.of(certificate));
  }

  private static PrivateKey key(byte[] secret) {
    byte[] seed = new byte[PrivateKey.seedBytes(ALGORITHM)];
    new Hkdf(Sha2.sha384()).expand(secret, label("attestation key"), seed, 0, seed.length);
    PrivateKey key = PrivateKey.ofSeed(ALGORITHM, seed);
    ConstantTime.wipe(seed);
    return key;
  }

  private static byte[] label(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Makes the next layer and wipes this one.
   *
   * @param nextName what it is, for people
   * @param measurement SHA-384 of its code and settings
   * @throws CryptoException if the measurement has another length, or there are too many layers
   */
  public BootLayer next(String nextName, byte[] measurement, RandomSource random) {
    if (measurement.length != Measurement.DIGEST_BYTES || depth >= MAXIMUM_DEPTH) {
      throw new CryptoException("a measurement has 48 bytes, a chain at most 8 layers");
    }
    Hkdf hkdf = new Hkdf(Sha2.sha384());
    byte[] nextSecret = new byte[SECRET_BYTES];
    hkdf.extract(measurement, secret, nextSecret, 0);
    PrivateKey nextKey = key(nextSecret);
    DistinguishedName subject = DistinguishedName.of("CN=" + nextName);
    Certificate certificate =
        new CertificateBuilder(subject, nextKey.publicKey())
            .validity(FIRST_SECOND, LAST_SECOND)
            .authority(MAXIMUM_DEPTH - depth - 1)
            .keyUsage(KeyUsage.CERTIFICATE_SIGNING, KeyUsage.DIGITAL_SIGNATURE)
            .extension(Measurement.EXTENSION, Measurement.encode(measurement))
            .sign(name, key, random);
    List<Certificate> nextChain = new ArrayList<>(List.of(certificate));
    nextChain.addAll(chain);
    wipe();
    return new BootLayer(depth + 1, nextSecret, nextKey, subject, List.copyOf(nextChain));
  }

  /** The certificates, this layer's first, the device's last. */
  public List<Certificate> chain() {
    return chain;
  }

  /**
   * Says who it is: signs claims together with what the asker chose, so that the answer is fresh.
   *
   * @return a COSE_Sign1 message
   */
  public byte[] attest(byte[] nonce, byte[] claims, RandomSource random) {
    return CoseSign1.sign(key, new byte[0], claims, nonce, random);
  }

  /** A secret of this layer's for another purpose, such as the root of a key store. */
  public DeviceRoot newRoot() {
    byte[] derived = new byte[SECRET_BYTES];
    new Hkdf(Sha2.sha384()).expand(secret, label("key store"), derived, 0, derived.length);
    DeviceRoot root = new DeviceRoot(derived);
    ConstantTime.wipe(derived);
    return root;
  }

  /** Forgets the secrets. */
  public void wipe() {
    ConstantTime.wipe(secret);
    key.wipe();
  }
}
