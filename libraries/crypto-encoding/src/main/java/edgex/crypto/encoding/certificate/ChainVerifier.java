package edgex.crypto.encoding.certificate;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.key.KeyAlgorithm;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Verifies chains of certificates (RFC 5280, section 6.1), from the one in question up to a trusted
 * one. Stricter than the RFC: trusted certificates must be valid and authorities, too, names must
 * be equal byte by byte, and every signature must be of an algorithm that is allowed. Policies and
 * name constraints are not understood, so a certificate where they are critical is refused.
 * Revocation is not looked at.
 */
public final class ChainVerifier {
  private static final int MAXIMUM_CERTIFICATES = 10;

  private final List<Certificate> trusted;
  private final Predicate<KeyAlgorithm> allowed;

  /**
   * Takes what is trusted.
   *
   * @param allowed which algorithms may have signed, and may keys be of
   */
  public ChainVerifier(List<Certificate> trusted, Predicate<KeyAlgorithm> allowed) {
    this.trusted = List.copyOf(trusted);
    this.allowed = allowed;
  }

  /**
   * Verifies a chain.
   *
   * @param chain the certificate in question, then that of its issuer, and so on; a trusted one may
   *     be the last
   * @param epochSeconds the time at which it has to be valid
   * @param usage what the first certificate's key is wanted for
   * @return the trusted certificate at the end
   * @throws CryptoException with the first certificate that is wrong and why, seen from the trusted
   *     one
   */
  public Certificate verify(List<Certificate> chain, long epochSeconds, KeyUsage usage) {
    if (chain.isEmpty() || chain.size() > MAXIMUM_CERTIFICATES) {
      throw new CryptoException("a chain of " + chain.size() + " certificates");
    }
    int last = chain.size() - 1;
    Certificate root = chain.get(last);
    if (trusted.contains(root)) {
      last--;
    } else {
      root = findIssuer(root);
    }
    verifyAlone(root, epochSeconds);
    Certificate issuer = root;
    int remaining = Extensions.UNLIMITED;
    for (int i = last; i >= 0; i--) {
      remaining = Math.min(remaining, issuer.extensions().pathLength);
      Certificate certificate = chain.get(i);
      verifyLink(certificate, issuer);
      verifyAlone(certificate, epochSeconds);
      if (i > 0 && !certificate.isSelfIssued()) {
        if (remaining == 0) {
          throw refuse(certificate, "is one more intermediate than its issuers allow");
        }
        remaining = remaining == Extensions.UNLIMITED ? remaining : remaining - 1;
      }
      issuer = certificate;
    }
    if (!chain.get(0).allows(usage)) {
      throw refuse(chain.get(0), "has a key that is not for " + usage);
    }
    return root;
  }

  private Certificate findIssuer(Certificate certificate) {
    for (Certificate candidate : trusted) {
      if (candidate.subject().equals(certificate.issuer())
          && certificate.isSignedBy(candidate.publicKey())) {
        return candidate;
      }
    }
    throw refuse(certificate, "is not signed by anybody trusted");
  }

  private void verifyAlone(Certificate certificate, long epochSeconds) {
    if (epochSeconds < certificate.notBefore()) {
      throw refuse(certificate, "is not valid yet");
    }
    if (epochSeconds > certificate.notAfter()) {
      throw refuse(certificate, "is not valid any more");
    }
    if (certificate.extensions().unknownCritical != null) {
      throw refuse(
          certificate,
          "has the critical extension "
              + certificate.extensions().unknownCritical
              + ", which is not understood");
    }
    KeyAlgorithm key = certificate.publicKey().algorithm();
    if (!allowed.test(key) || !allowed.test(certificate.signatureAlgorithm())) {
      throw refuse(
          certificate,
          "has a key of "
              + key.standardName()
              + " and a signature of "
              + certificate.signatureAlgorithm().standardName()
              + ", which are not both allowed");
    }
  }

  private static void verifyLink(Certificate certificate, Certificate issuer) {
    if (!issuer.isAuthority()) {
      throw refuse(issuer, "is not that of an authority");
    }
    if (!certificate.issuer().equals(issuer.subject())) {
      throw refuse(certificate, "names another issuer: " + certificate.issuer());
    }
    byte[] expected = certificate.extensions().authorityKeyIdentifier;
    byte[] own = issuer.extensions().subjectKeyIdentifier;
    if (expected != null && own != null && !Arrays.equals(expected, own)) {
      throw refuse(certificate, "names another key of its issuer");
    }
    if (!certificate.isSignedBy(issuer.publicKey())) {
      throw refuse(certificate, "has a signature that is not its issuer's");
    }
  }

  private static CryptoException refuse(Certificate certificate, String why) {
    return new CryptoException("the certificate of " + certificate.subject() + " " + why);
  }
}
