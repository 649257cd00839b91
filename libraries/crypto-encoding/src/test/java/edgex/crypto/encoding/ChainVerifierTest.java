package edgex.crypto.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.certificate.Certificate;
import edgex.crypto.encoding.certificate.CertificateBuilder;
import edgex.crypto.encoding.certificate.ChainVerifier;
import edgex.crypto.encoding.certificate.DistinguishedName;
import edgex.crypto.encoding.certificate.KeyUsage;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule of a chain, broken alone. */
final class ChainVerifierTest {
  private static final byte[] NULL = {5, 0};

  private final SampleChain sample = new SampleChain(KeyAlgorithm.ED25519, 1);
  private final SeededRandom random = sample.random;

  private ChainVerifier verifier() {
    return new ChainVerifier(List.of(sample.root), algorithm -> true);
  }

  private void refused(String why, long time, Certificate... chain) {
    CryptoException refusal =
        assertThrows(
            CryptoException.class,
            () -> verifier().verify(List.of(chain), time, KeyUsage.DIGITAL_SIGNATURE));
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
  }

  @Test
  void wholeChainIsAccepted() {
    for (long time : new long[] {SampleChain.FIRST, SampleChain.NOW, SampleChain.LAST}) {
      assertEquals(
          sample.root, verifier().verify(sample.chain(), time, KeyUsage.DIGITAL_SIGNATURE));
    }
    assertEquals(
        sample.root,
        verifier().verify(List.of(sample.root), SampleChain.NOW, KeyUsage.CERTIFICATE_SIGNING));
  }

  @Test
  void timeCounts() {
    refused("not valid yet", SampleChain.FIRST - 1, sample.device, sample.middle);
    refused("not valid any more", SampleChain.LAST + 1, sample.device, sample.middle);
    Certificate late =
        new CertificateBuilder(SampleChain.DEVICE, sample.deviceKey.publicKey())
            .validity(SampleChain.NOW + 1, SampleChain.LAST)
            .sign(SampleChain.MIDDLE, sample.middleKey, random);
    refused("Gerät 7, serialNumber=42 is not valid yet", SampleChain.NOW, late, sample.middle);
  }

  @Test
  void signatureCounts() {
    Certificate forged =
        SampleChain.builder(SampleChain.DEVICE, sample.deviceKey)
            .sign(SampleChain.MIDDLE, sample.deviceKey, random);
    refused("names another key", SampleChain.NOW, forged, sample.middle);
    byte[] damaged = sample.device.encode();
    damaged[damaged.length - 1] ^= 1;
    refused("not its issuer's", SampleChain.NOW, Certificate.decode(damaged), sample.middle);
    refused("anybody trusted", SampleChain.NOW, sample.device);
    SampleChain other = new SampleChain(KeyAlgorithm.ED25519, 2);
    refused("anybody trusted", SampleChain.NOW, other.device, other.middle, other.root);
    refused("anybody trusted", SampleChain.NOW, sample.device, other.middle);
  }

  @Test
  void authorityCounts() {
    Certificate plain =
        SampleChain.builder(SampleChain.MIDDLE, sample.middleKey)
            .sign(SampleChain.ROOT, sample.rootKey, random);
    refused(
        "CN=Middle, O=Example is not that of an authority", SampleChain.NOW, sample.device, plain);
    Certificate without =
        SampleChain.builder(SampleChain.MIDDLE, sample.middleKey)
            .authority(0)
            .keyUsage(KeyUsage.DIGITAL_SIGNATURE)
            .sign(SampleChain.ROOT, sample.rootKey, random);
    refused("not that of an authority", SampleChain.NOW, sample.device, without);
  }

  @Test
  void depthCounts() {
    DistinguishedName lower = DistinguishedName.of("CN=Lower");
    Certificate third =
        SampleChain.builder(lower, sample.deviceKey)
            .authority(0)
            .sign(SampleChain.MIDDLE, sample.middleKey, random);
    Certificate leaf =
        SampleChain.builder(SampleChain.DEVICE, sample.deviceKey)
            .sign(lower, sample.deviceKey, random);
    refused("CN=Lower is one more intermediate", SampleChain.NOW, leaf, third, sample.middle);
    // An authority may be the last of a chain whatever the path length above is.
    assertEquals(
        sample.root,
        verifier()
            .verify(List.of(third, sample.middle), SampleChain.NOW, KeyUsage.CERTIFICATE_SIGNING));
    List<Certificate> eleven = Collections.nCopies(11, sample.middle);
    assertThrows(
        CryptoException.class,
        () -> verifier().verify(eleven, SampleChain.NOW, KeyUsage.DIGITAL_SIGNATURE));
    assertThrows(
        CryptoException.class,
        () -> verifier().verify(List.of(), SampleChain.NOW, KeyUsage.DIGITAL_SIGNATURE));
  }

  @Test
  void namesCount() {
    Certificate other =
        SampleChain.builder(SampleChain.DEVICE, sample.deviceKey)
            .sign(DistinguishedName.of("CN=middle, O=Example"), sample.middleKey, random);
    refused("names another issuer", SampleChain.NOW, other, sample.middle);
  }

  @Test
  void unknownExtensionsCountIfCritical() {
    Certificate unknown =
        SampleChain.builder(SampleChain.DEVICE, sample.deviceKey)
            .extension("1.3.6.1.4.1.99999.1", NULL)
            .criticalExtension("2.5.29.30", NULL)
            .sign(SampleChain.MIDDLE, sample.middleKey, random);
    refused("critical extension 2.5.29.30", SampleChain.NOW, unknown, sample.middle);
    Certificate harmless =
        SampleChain.builder(SampleChain.DEVICE, sample.deviceKey)
            .extension("1.3.6.1.4.1.99999.1", NULL)
            .sign(SampleChain.MIDDLE, sample.middleKey, random);
    assertEquals(
        sample.root,
        verifier()
            .verify(List.of(harmless, sample.middle), SampleChain.NOW, KeyUsage.DIGITAL_SIGNATURE));
  }

  @Test
  void usageAndAlgorithmsCount() {
    assertFalse(sample.device.allows(KeyUsage.CERTIFICATE_SIGNING));
    assertThrows(
        CryptoException.class,
        () -> verifier().verify(sample.chain(), SampleChain.NOW, KeyUsage.KEY_AGREEMENT));
    ChainVerifier strict =
        new ChainVerifier(List.of(sample.root), algorithm -> algorithm == KeyAlgorithm.ML_DSA_87);
    CryptoException refusal =
        assertThrows(
            CryptoException.class,
            () -> strict.verify(sample.chain(), SampleChain.NOW, KeyUsage.DIGITAL_SIGNATURE));
    assertTrue(refusal.getMessage().contains("Ed25519"));
  }

  /** A post-quantum root may sign a classical key, and the other way round. */
  @Test
  void algorithmsMix() {
    PrivateKey root = PrivateKey.generate(KeyAlgorithm.ML_DSA_44, random);
    Certificate rootCertificate =
        SampleChain.builder(SampleChain.ROOT, root).authority(0).signSelf(root, random);
    Certificate device =
        SampleChain.builder(SampleChain.DEVICE, sample.deviceKey)
            .sign(SampleChain.ROOT, root, random);
    ChainVerifier verifier = new ChainVerifier(List.of(rootCertificate), algorithm -> true);
    assertEquals(
        rootCertificate,
        verifier.verify(List.of(device), SampleChain.NOW, KeyUsage.DIGITAL_SIGNATURE));
    assertEquals(KeyAlgorithm.ML_DSA_44, device.signatureAlgorithm());
    assertEquals(KeyAlgorithm.ED25519, device.publicKey().algorithm());
  }

  @Test
  void namesAreChecked() {
    for (String text : new String[] {"Device", "XX=1", "CN=", "CN=a,,O=b", "=b"}) {
      assertThrows(CryptoException.class, () -> DistinguishedName.of(text), text);
    }
    assertEquals("CN=a?[2J", DistinguishedName.of("CN=a\u001b[2J").toString());
  }
}
