package edgex.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.hash.Hash;
import edgex.crypto.keccak.Sponge;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mldsa.MlDsaVerifier;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.slhdsa.SlhDsa;
import edgex.crypto.slhdsa.SlhDsaParameters;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithContext;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.signers.SLHDSASigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random keys and messages: what one of the two makes, the other one takes. */
final class PeerTest {
  private static final int ROUNDS = 20;

  private final Random random = new Random(203);

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private void fill(byte[] output, int offset, int length) {
    System.arraycopy(bytes(length), 0, output, offset, length);
  }

  @ParameterizedTest
  @EnumSource(MlKemParameters.class)
  void secretsAgree(MlKemParameters set) {
    MLKEMParameters peerSet =
        switch (set) {
          case ML_KEM_512 -> MLKEMParameters.ml_kem_512;
          case ML_KEM_768 -> MLKEMParameters.ml_kem_768;
          case ML_KEM_1024 -> MLKEMParameters.ml_kem_1024;
        };
    MlKem kem = new MlKem(set);
    byte[] publicKey = new byte[set.encapsulationKeyBytes()];
    byte[] privateKey = new byte[set.decapsulationKeyBytes()];
    byte[] ciphertext = new byte[set.ciphertextBytes()];
    byte[] secret = new byte[32];
    for (int i = 0; i < ROUNDS; i++) {
      kem.generateKeys(this::fill, publicKey, 0, privateKey, 0);
      kem.encapsulate(publicKey, 0, this::fill, ciphertext, 0, secret, 0);
      MLKEMExtractor peer = new MLKEMExtractor(new MLKEMPrivateKeyParameters(peerSet, privateKey));
      assertArrayEquals(secret, peer.extractSecret(ciphertext));
      ciphertext[random.nextInt(ciphertext.length)] ^= (byte) (1 << random.nextInt(8));
      kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
      assertArrayEquals(peer.extractSecret(ciphertext), secret);
      byte[] randomness = bytes(32);
      var made =
          MLKEMGenerator.internalGenerateEncapsulated(
              new MLKEMPublicKeyParameters(peerSet, publicKey), randomness);
      kem.decapsulate(privateKey, 0, made.getEncapsulation(), 0, secret, 0);
      assertArrayEquals(made.getSecret(), secret);
    }
  }

  @ParameterizedTest
  @EnumSource(MlDsaParameters.class)
  void latticeSignaturesAreAccepted(MlDsaParameters set) throws Exception {
    MLDSAParameters peerSet =
        switch (set) {
          case ML_DSA_44 -> MLDSAParameters.ml_dsa_44;
          case ML_DSA_65 -> MLDSAParameters.ml_dsa_65;
          case ML_DSA_87 -> MLDSAParameters.ml_dsa_87;
        };
    byte[] publicKey = new byte[set.publicKeyBytes()];
    byte[] privateKey = new byte[set.privateKeyBytes()];
    byte[] signature = new byte[set.signatureBytes()];
    MlDsaSigner signer = new MlDsaSigner(set);
    MlDsaVerifier verifier = new MlDsaVerifier(set);
    for (int i = 0; i < ROUNDS; i++) {
      new MlDsaKeyGenerator(set).generate(this::fill, publicKey, 0, privateKey, 0);
      byte[] message = bytes(random.nextInt(300));
      byte[] context = bytes(random.nextInt(256));
      signer.load(privateKey, 0, privateKey.length);
      signer.sign(message, 0, message.length, context, this::fill, signature, 0);
      MLDSASigner peer = new MLDSASigner();
      peer.init(
          false,
          new ParametersWithContext(new MLDSAPublicKeyParameters(peerSet, publicKey), context));
      peer.update(message, 0, message.length);
      assertTrue(peer.verifySignature(signature));
      peer.init(
          true,
          new ParametersWithContext(new MLDSAPrivateKeyParameters(peerSet, privateKey), context));
      peer.update(message, 0, message.length);
      byte[] made = peer.generateSignature();
      assertTrue(verifier.verify(publicKey, message, 0, message.length, context, made));
      made[random.nextInt(made.length)] ^= (byte) (1 << random.nextInt(8));
      assertFalse(verifier.verify(publicKey, message, 0, message.length, context, made));
    }
  }

  @Test
  void hashSignatureIsAccepted() {
    SlhDsa scheme = new SlhDsa(SlhDsaParameters.SHAKE_128F);
    byte[] publicKey = new byte[scheme.parameters().publicKeyBytes()];
    byte[] privateKey = new byte[scheme.parameters().privateKeyBytes()];
    byte[] signature = new byte[scheme.parameters().signatureBytes()];
    scheme.generateKeys(this::fill, publicKey, privateKey);
    byte[] message = bytes(100);
    byte[] context = bytes(9);
    scheme.sign(privateKey, message, context, this::fill, signature);
    SLHDSASigner peer = new SLHDSASigner();
    peer.init(
        false,
        new ParametersWithContext(
            new SLHDSAPublicKeyParameters(SLHDSAParameters.shake_128f, publicKey), context));
    assertTrue(peer.verifySignature(message, signature));
    for (int i = 0; i < ROUNDS; i++) {
      byte[] damaged = signature.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      assertFalse(scheme.verify(publicKey, message, context, damaged));
    }
  }

  /** Messages of all lengths around the blocks' borders, in pieces, against the JDK. */
  @Test
  void hashesAgreeWithTheJdk() throws NoSuchAlgorithmException {
    for (HashAlgorithm algorithm : HashAlgorithm.values()) {
      if (algorithm.standardName().startsWith("SHAKE")) {
        continue;
      }
      MessageDigest peer =
          MessageDigest.getInstance(algorithm.standardName().replace("SHA2-", "SHA-"));
      Hash hash = algorithm.newHash();
      byte[] digest = new byte[hash.digestBytes()];
      for (int length = 0; length < 300; length++) {
        byte[] message = bytes(length);
        int cut = random.nextInt(length + 1);
        hash.update(message, 0, cut);
        hash.update(message, cut, length - cut);
        hash.digest(digest, 0);
        assertArrayEquals(peer.digest(message), digest);
      }
    }
  }

  /** The examples of RFC 9861, section 5. */
  @Test
  void turboShakeGivesThePublishedOutput() {
    Sponge sponge = Sponge.turboShake(128, 0x1F);
    byte[] output = new byte[32];
    sponge.squeeze(output, 0, output.length);
    assertArrayEquals(
        HexFormat.of().parseHex("1e415f1c5983aff2169217277d17bb538cd945a397ddec541f1ce41af2c1b74c"),
        output);
    Sponge wide = Sponge.turboShake(256, 0x1F);
    wide.squeeze(output, 0, output.length);
    assertArrayEquals(
        HexFormat.of().parseHex("367a329dafea871c7802ec67f905ae13c57695dc2c6663c61035f59a18f8e7db"),
        output);
  }
}
