package edgex.crypto.selftest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.crypto.CryptoException;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.Test;

/** That the known answers are right, and that a wrong one is named. */
final class SelfTestsTest {
  private static final byte[] MESSAGE = KnownAnswers.pattern(50);

  @Test
  void allPass() {
    assertEquals(List.of(), SelfTests.run());
  }

  @Test
  void failuresAreNamed() {
    String wrong = "00".repeat(32);
    List<KnownAnswer> tests =
        List.of(
            KnownAnswers.all().get(0),
            new KnownAnswer("wrong", wrong, () -> MESSAGE),
            new KnownAnswer(
                "broken",
                wrong,
                () -> {
                  throw new CryptoException("broken");
                }));
    assertEquals(List.of("wrong", "broken"), SelfTests.failed(tests));
  }

  /** What other implementations answer to the same questions. */
  @Test
  void answersAreThePeers() throws Exception {
    Map<String, byte[]> peers = new HashMap<>();
    for (String name : new String[] {"SHA-256", "SHA-384", "SHA-512", "SHA3-256"}) {
      peers.put(name, MessageDigest.getInstance(name).digest(MESSAGE));
    }
    addSymmetric(peers);
    addKems(peers);
    addSignatures(peers);
    int compared = 0;
    for (KnownAnswer test : KnownAnswers.all()) {
      byte[] answer = peers.get(test.name());
      if (answer != null) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer);
        assertArrayEquals(digest, test.digest(), test.name());
        compared++;
      }
    }
    // Generators, GCM-SIV and SLH-DSA have vectors of their own in other tests.
    assertEquals(KnownAnswers.all().size() - 4, compared);
  }

  private static void addSymmetric(Map<String, byte[]> peers) throws Exception {
    byte[] key = KnownAnswers.pattern(32);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    peers.put("HMAC-SHA-256", mac.doFinal(MESSAGE));
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(key, KnownAnswers.pattern(16), MESSAGE));
    byte[] derived = new byte[80];
    hkdf.generateBytes(derived, 0, derived.length);
    peers.put("HKDF-SHA-256", derived);
    byte[] nonce = KnownAnswers.pattern(12);
    Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
    gcm.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    peers.put("AES-256-GCM", gcm.doFinal(MESSAGE));
    Cipher chacha = Cipher.getInstance("ChaCha20-Poly1305");
    chacha.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
    peers.put("ChaCha20-Poly1305", chacha.doFinal(MESSAGE));
  }

  private static void addKems(Map<String, byte[]> peers) {
    byte[] scalar = KnownAnswers.pattern(32);
    byte[] other = Arrays.copyOfRange(KnownAnswers.pattern(33), 1, 33);
    byte[] agreed = new byte[64];
    X25519PublicKeyParameters publicKey =
        new X25519PrivateKeyParameters(scalar).generatePublicKey();
    publicKey.encode(agreed, 0);
    new X25519PrivateKeyParameters(other).generateSecret(publicKey, agreed, 32);
    peers.put("X25519", agreed);
    Map<String, MLKEMParameters> sets =
        Map.of(
            "ML-KEM-512", MLKEMParameters.ml_kem_512,
            "ML-KEM-768", MLKEMParameters.ml_kem_768,
            "ML-KEM-1024", MLKEMParameters.ml_kem_1024);
    for (String name : sets.keySet()) {
      MLKEMParameters set = sets.get(name);
      var key = new MLKEMPrivateKeyParameters(set, KnownAnswers.pattern(64));
      var made =
          MLKEMGenerator.internalGenerateEncapsulated(
              new MLKEMPublicKeyParameters(set, key.getPublicKey()), KnownAnswers.pattern(32));
      byte[] all =
          join(key.getPublicKey(), key.getEncoded(), made.getEncapsulation(), made.getSecret());
      peers.put(name, all);
    }
  }

  private static void addSignatures(Map<String, byte[]> peers) throws Exception {
    var curve = new Ed25519PrivateKeyParameters(KnownAnswers.pattern(32));
    byte[] signature = sign(new Ed25519Signer(), curve);
    peers.put("Ed25519", join(curve.generatePublicKey().getEncoded(), signature));
    Map<String, MLDSAParameters> sets =
        Map.of(
            "ML-DSA-44", MLDSAParameters.ml_dsa_44,
            "ML-DSA-65", MLDSAParameters.ml_dsa_65,
            "ML-DSA-87", MLDSAParameters.ml_dsa_87);
    for (String name : sets.keySet()) {
      MLDSAParameters set = sets.get(name);
      var key = new MLDSAPrivateKeyParameters(set, KnownAnswers.pattern(32));
      byte[] made = sign(new MLDSASigner(), new ParametersWithRandom(key, new NoFreshness()));
      peers.put(name, join(key.getPublicKey(), made));
    }
  }

  private static byte[] sign(Signer signer, CipherParameters key) throws Exception {
    signer.init(true, key);
    signer.update(MESSAGE, 0, MESSAGE.length);
    return signer.generateSignature();
  }

  /** Zeros, as the test uses them. */
  private static final class NoFreshness extends SecureRandom {
    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
