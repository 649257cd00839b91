package edgex.crypto.encoding;

import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.p256.EcdsaDer;
import edgex.crypto.signature.SignatureSchemes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Locale;
import org.bouncycastle.jcajce.spec.LMSHSSKeyGenParameterSpec;
import org.bouncycastle.jcajce.spec.LMSKeyGenParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Keys and signatures through the interface that BouncyCastle and the JDK share. */
final class Peers {
  static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private static final byte[] NONE = {};

  static {
    // Its composite keys look for their halves among the registered providers.
    Security.addProvider(BOUNCY_CASTLE);
  }

  private Peers() {}

  /** The peer's name of a kind of keys. */
  static String keyName(KeyAlgorithm algorithm) {
    return switch (algorithm) {
      case P_256 -> "EC";
      case HSS -> "LMS";
      case ED25519, X25519, COMPOSITE -> algorithm.standardName();
      default -> algorithm.standardName().toUpperCase(Locale.ROOT);
    };
  }

  static String signatureName(KeyAlgorithm algorithm) {
    return algorithm == KeyAlgorithm.P_256 ? "SHA256withECDSA" : keyName(algorithm);
  }

  static KeyPair generate(KeyAlgorithm algorithm, Provider provider)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(keyName(algorithm), provider);
    if (algorithm == KeyAlgorithm.P_256) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    } else if (algorithm == KeyAlgorithm.HSS) {
      LMSKeyGenParameterSpec tree =
          LMSKeyGenParameterSpec.fromNames("lms-sha256-n32-h5", "sha256-n32-w4");
      generator.initialize(new LMSHSSKeyGenParameterSpec(tree, tree));
    }
    return generator.generateKeyPair();
  }

  static java.security.PublicKey publicKey(KeyAlgorithm algorithm, byte[] encoded, Provider peer)
      throws GeneralSecurityException {
    return factory(algorithm, peer).generatePublic(new X509EncodedKeySpec(encoded));
  }

  static java.security.PrivateKey privateKey(KeyAlgorithm algorithm, byte[] encoded, Provider peer)
      throws GeneralSecurityException {
    return factory(algorithm, peer).generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private static KeyFactory factory(KeyAlgorithm algorithm, Provider peer)
      throws GeneralSecurityException {
    String name = algorithm == KeyAlgorithm.COMPOSITE ? "COMPOSITE" : keyName(algorithm);
    return KeyFactory.getInstance(name, peer);
  }

  static byte[] sign(
      KeyAlgorithm algorithm, java.security.PrivateKey key, byte[] message, Provider peer)
      throws GeneralSecurityException {
    Signature signer = Signature.getInstance(signatureName(algorithm), peer);
    signer.initSign(key);
    signer.update(message);
    return signer.sign();
  }

  static boolean verify(
      KeyAlgorithm algorithm,
      java.security.PublicKey key,
      byte[] message,
      byte[] signature,
      Provider peer)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(signatureName(algorithm), peer);
    verifier.initVerify(key);
    verifier.update(message);
    return verifier.verify(signature);
  }

  /** Our verification of a signature in the form that the peers make: DER in the case of ECDSA. */
  static boolean weVerify(PublicKey key, byte[] message, byte[] signature) {
    byte[] raw = key.algorithm() == KeyAlgorithm.P_256 ? EcdsaDer.decode(signature) : signature;
    return SignatureSchemes.named(key.algorithm().signatureScheme())
        .verify(key.bytes(), message, NONE, raw);
  }

  /** A signature of ours in the form that the peers take. */
  static byte[] peerForm(KeyAlgorithm algorithm, byte[] signature) {
    return algorithm == KeyAlgorithm.P_256 ? EcdsaDer.encode(signature) : signature;
  }
}
