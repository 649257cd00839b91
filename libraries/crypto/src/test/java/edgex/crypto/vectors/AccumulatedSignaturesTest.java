package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.keccak.Sponge;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mldsa.MlDsaVerifier;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random ML-DSA keys behind one hash, by the recipe of C2SP/CCTV (ML-DSA/accumulated, whose hashes
 * these are): seeds from SHAKE128 of nothing; public key and deterministic signature of nothing
 * into another SHAKE128.
 */
final class AccumulatedSignaturesTest {
  private static final byte[] NOTHING = {};
  private static final int PEER_RUNS = 250;

  /** Makes the public key, and then the signature, of a seed. */
  private interface Scheme {
    byte[][] run(byte[] seed);
  }

  @ParameterizedTest
  @CsvSource({
    "ML-DSA-44, 100, d51148e1f9f4fa1a723a6cf42e25f2a99eb5c1b378b3d2dbbd561b1203beeae4",
    "ML-DSA-65, 100, 8358a1843220194417cadbc2651295cd8fc65125b5a5c1a239a16dc8b57ca199",
    "ML-DSA-87, 100, 8c3ad714777622b8f21ce31bb35f71394f23bc0fcf3c78ace5d608990f3b061b"
  })
  void hundredKeysAreTheStandards(String set, int runs, String expected) {
    assertEquals(expected, accumulate(ours(MlDsaParameters.named(set)), runs));
  }

  @ParameterizedTest
  @CsvSource({
    "ML-DSA-44, 10000, e7fd21f6a59bcba60d65adc44404bb29a7c00e5d8d3ec06a732c00a306a7d143",
    "ML-DSA-65, 10000, 5ff5e196f0b830c3b10a9eb5358e7c98a3a20136cb677f3ae3b90175c3ace329",
    "ML-DSA-87, 10000, 80a8cf39317f7d0be0e24972c51ac152bd2a3e09bc0c32ce29dd82c4e7385e60"
  })
  @Tag("long")
  void manyKeysAreTheStandards(String set, int runs, String expected) {
    assertEquals(expected, accumulate(ours(MlDsaParameters.named(set)), runs));
  }

  /** More than a hundred, and a check of the recipe: BouncyCastle comes to the same hash. */
  @ParameterizedTest
  @EnumSource(MlDsaParameters.class)
  void moreKeysAreBouncyCastles(MlDsaParameters set) {
    assertEquals(accumulate(peers(set), PEER_RUNS), accumulate(ours(set), PEER_RUNS));
  }

  private static Scheme ours(MlDsaParameters set) {
    MlDsaKeyGenerator generator = new MlDsaKeyGenerator(set);
    MlDsaSigner signer = new MlDsaSigner(set);
    MlDsaVerifier verifier = new MlDsaVerifier(set);
    byte[] publicKey = new byte[set.publicKeyBytes()];
    byte[] privateKey = new byte[set.privateKeyBytes()];
    byte[] signature = new byte[set.signatureBytes()];
    return seed -> {
      generator.generate(seed, 0, publicKey, 0, privateKey, 0);
      signer.load(privateKey, 0, privateKey.length);
      signer.sign(NOTHING, 0, 0, NOTHING, (output, offset, length) -> {}, signature, 0);
      assertTrue(verifier.verify(publicKey, NOTHING, 0, 0, NOTHING, signature));
      return new byte[][] {publicKey, signature};
    };
  }

  private static Scheme peers(MlDsaParameters set) {
    MLDSAParameters parameters =
        switch (set) {
          case ML_DSA_44 -> MLDSAParameters.ml_dsa_44;
          case ML_DSA_65 -> MLDSAParameters.ml_dsa_65;
          case ML_DSA_87 -> MLDSAParameters.ml_dsa_87;
        };
    return seed -> {
      MLDSAPrivateKeyParameters key = new MLDSAPrivateKeyParameters(parameters, seed);
      MLDSASigner signer = new MLDSASigner();
      signer.init(true, key);
      return new byte[][] {key.getPublicKey(), sign(signer)};
    };
  }

  private static byte[] sign(MLDSASigner signer) {
    try {
      return signer.generateSignature();
    } catch (org.bouncycastle.crypto.CryptoException e) {
      throw new AssertionError(e);
    }
  }

  private static String accumulate(Scheme scheme, int runs) {
    Sponge seeds = Sponge.shake(128);
    Sponge results = Sponge.shake(128);
    byte[] seed = new byte[MlDsaParameters.SEED_BYTES];
    for (int i = 0; i < runs; i++) {
      seeds.squeeze(seed, 0, seed.length);
      for (byte[] part : scheme.run(seed)) {
        results.update(part, 0, part.length);
      }
    }
    byte[] hash = new byte[32];
    results.squeeze(hash, 0, hash.length);
    return HexFormat.of().formatHex(hash);
  }
}
