package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.statefulhash.LmsSigner;
import edgex.crypto.statefulhash.LmsVerifier;
import java.util.List;

/** LMS: key pairs of seeds, signatures to verify. */
final class LmsRunners {
  private static final List<String> FUNCTIONS =
      List.of("SHA256_M32", "SHA256_M24", "SHAKE_M32", "SHAKE_M24");
  private static final List<String> HEIGHTS = List.of("H5", "H10", "H15", "H20", "H25");
  private static final List<String> WIDTHS = List.of("W1", "W2", "W4", "W8");

  private LmsRunners() {}

  /** The code of a name such as LMS_SHA256_M24_H5. */
  static int treeType(String name) {
    String[] parts = name.split("_", -1);
    return 5 + 5 * FUNCTIONS.indexOf(parts[1] + "_" + parts[2]) + HEIGHTS.indexOf(parts[3]);
  }

  /** The code of a name such as LMOTS_SHA256_N24_W2. */
  static int oneTimeType(String name) {
    String[] parts = name.split("_", -1);
    int function = FUNCTIONS.indexOf(parts[1] + "_" + parts[2].replace('N', 'M'));
    return 1 + 4 * function + WIDTHS.indexOf(parts[3]);
  }

  static final class KeyGeneration implements VectorRunner {
    /** A tree of a thousand leaves takes up to seconds on a JVM: two small trees of each kind. */
    @Override
    public String reasonToSkip(TestCase test) {
      boolean isSmall = test.text("lmsMode").endsWith("_H5");
      boolean isSlow = test.text("lmOtsMode").endsWith("_W8") && test.number() % 10 != 1;
      return isSmall && !isSlow && test.number() % 10 < 3
          ? null
          : VectorRunner.onlyInLongRun("many leaves");
    }

    @Override
    public void run(TestCase test) {
      LmsSigner signer =
          new LmsSigner(
              treeType(test.text("lmsMode")),
              oneTimeType(test.text("lmOtsMode")),
              test.bytes("i"),
              test.bytes("seed"));
      byte[] publicKey = new byte[signer.publicKeyBytes()];
      signer.publicKey(publicKey, 0);
      assertEquals(test.text("publicKey"), HashRunner.hex(publicKey));
    }
  }

  /** Signatures of the vectors' own keys, whose seeds they keep: all must be valid. */
  static final class Signing implements VectorRunner {
    @Override
    public void run(TestCase test) {
      assertTrue(
          LmsVerifier.verify(
              test.bytes("publicKey"), test.bytes("message"), test.bytes("signature")));
    }
  }

  static final class Verification implements VectorRunner {
    @Override
    public void run(TestCase test) {
      assertEquals(
          test.flag("testPassed"),
          LmsVerifier.verify(
              test.bytes("publicKey"), test.bytes("message"), test.bytes("signature")));
    }
  }
}
