package edgex.crypto.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.encoding.certificate.Certificate;
import edgex.crypto.encoding.certificate.ChainVerifier;
import edgex.crypto.encoding.certificate.KeyUsage;
import edgex.crypto.encoding.key.KeyAlgorithm;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chains that one side makes and the other verifies. */
final class CertificatePeerTest {
  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {
        "ML_DSA_44",
        "ML_DSA_65",
        "ML_DSA_87",
        "SLH_DSA_SHA2_128F",
        "ED25519",
        "P_256",
        "COMPOSITE"
      })
  void ourChainIsVerified(KeyAlgorithm algorithm) throws Exception {
    verifiedBy(algorithm, Peers.BOUNCY_CASTLE, Peers.BOUNCY_CASTLE);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"ED25519", "P_256"})
  void ourChainIsVerifiedByTheJdk(KeyAlgorithm algorithm) throws Exception {
    verifiedBy(algorithm, Security.getProvider("SUN"), Security.getProvider("SunEC"));
  }

  private static void verifiedBy(KeyAlgorithm algorithm, Provider certificates, Provider keys)
      throws Exception {
    SampleChain ours = new SampleChain(algorithm, 5280);
    CertificateFactory factory = CertificateFactory.getInstance("X.509", certificates);
    X509Certificate device = read(factory, ours.device);
    X509Certificate middle = read(factory, ours.middle);
    X509Certificate root = read(factory, ours.root);
    device.verify(middle.getPublicKey(), keys);
    assertEquals(1, root.getBasicConstraints());
    assertEquals(-1, device.getBasicConstraints());
    assertTrue(middle.getKeyUsage()[5]);
    assertTrue(device.getKeyUsage()[0]);
    assertEquals(date(SampleChain.FIRST), device.getNotBefore());
    assertTrue(device.getSubjectX500Principal().getName().contains("Gerät 7"));
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(date(SampleChain.NOW));
    CertPathValidator.getInstance("PKIX", certificates)
        .validate(factory.generateCertPath(List.of(device, middle)), parameters);
    assertEquals(ours.root, verify(ours.root, List.of(ours.device, ours.middle)));
    assertEquals(ours.root, verify(ours.root, ours.chain()));
  }

  private static Date date(long epochSeconds) {
    return Date.from(Instant.ofEpochSecond(epochSeconds));
  }

  private static X509Certificate read(CertificateFactory factory, Certificate certificate)
      throws GeneralSecurityException {
    X509Certificate read =
        (X509Certificate)
            factory.generateCertificate(new ByteArrayInputStream(certificate.encode()));
    assertArrayEquals(certificate.encode(), read.getEncoded());
    return read;
  }

  private static Certificate verify(Certificate root, List<Certificate> chain) {
    return new ChainVerifier(List.of(root), algorithm -> true)
        .verify(chain, SampleChain.NOW, KeyUsage.DIGITAL_SIGNATURE);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {
        "ML_DSA_44",
        "ML_DSA_65",
        "ML_DSA_87",
        "SLH_DSA_SHAKE_128F",
        "ED25519",
        "P_256",
        "COMPOSITE",
        "HSS"
      })
  void weVerifyTheirChain(KeyAlgorithm algorithm) throws Exception {
    KeyPair rootKey = Peers.generate(algorithm, Peers.BOUNCY_CASTLE);
    KeyPair deviceKey = Peers.generate(algorithm, Peers.BOUNCY_CASTLE);
    Certificate root = theirs(algorithm, "CN=Their root", rootKey, rootKey, true);
    Certificate device = theirs(algorithm, "CN=Their device", deviceKey, rootKey, false);
    assertEquals("CN=Their device", device.subject().toString());
    assertEquals(SampleChain.LAST, device.notAfter());
    assertEquals(root, verify(root, List.of(device, root)));
  }

  private static Certificate theirs(
      KeyAlgorithm algorithm, String subject, KeyPair key, KeyPair issuer, boolean isAuthority)
      throws Exception {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=Their root"),
            BigInteger.valueOf(77),
            date(SampleChain.FIRST),
            date(SampleChain.LAST),
            new X500Name(subject),
            key.getPublic());
    JcaX509ExtensionUtils utilities = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        utilities.createAuthorityKeyIdentifier(issuer.getPublic()));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        utilities.createSubjectKeyIdentifier(key.getPublic()));
    if (isAuthority) {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    }
    String name = Peers.signatureName(algorithm);
    return Certificate.decode(
        builder
            .build(
                new JcaContentSignerBuilder(name)
                    .setProvider(Peers.BOUNCY_CASTLE)
                    .build(issuer.getPrivate()))
            .getEncoded());
  }
}
