package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.CryptoException;
import edgex.crypto.HashAlgorithm;
import edgex.crypto.curve25519.Ed25519;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.hash.Hash;

/** X25519 and Ed25519. */
final class Curve25519Runners {
  private Curve25519Runners() {}

  /** Wycheproof calls an all-zero secret acceptable; RFC 7748 lets us refuse it, and we do. */
  static void agreement(TestCase test) {
    byte[] expected = test.bytes("shared");
    byte[] secret = new byte[X25519.KEY_BYTES];
    boolean accepted = true;
    try {
      new X25519().agree(test.bytes("private"), 0, test.bytes("public"), 0, secret, 0);
    } catch (CryptoException refused) {
      accepted = false;
    }
    assertEquals(!isZero(expected), accepted, test.text("comment"));
    assertArrayEquals(expected, secret);
  }

  private static boolean isZero(byte[] bytes) {
    int bits = 0;
    for (byte b : bytes) {
      bits |= b;
    }
    return bits == 0;
  }

  /** Wycheproof's signatures: the key is in the group. */
  static void signature(TestCase test) {
    byte[] key = TestCase.parse(test.group().getAsJsonObject("publicKey"), "pk");
    byte[] message = test.bytes("msg");
    byte[] signature = test.bytes("sig");
    boolean valid =
        new Ed25519().verify(key, 0, message, 0, message.length, signature, 0, signature.length);
    assertEquals(test.text("result").equals("valid"), valid, test.text("comment"));
  }

  /** NIST's vectors: keys, signatures, and signatures of digests with a context. */
  static final class Standard implements VectorRunner {
    private final Ed25519 scheme = new Ed25519();

    @Override
    public String reasonToSkip(TestCase test) {
      return test.text("curve").equals("ED-25519") ? null : "no such curve here";
    }

    @Override
    public void run(TestCase test) {
      byte[] publicKey = test.bytes("q");
      if (!test.has("message")) {
        checkKey(test, publicKey);
        return;
      }
      byte[] message = test.bytes("message");
      byte[] signature = test.bytes("signature");
      if (test.has("d")) {
        assertArrayEquals(signature, sign(test, message));
      }
      boolean valid =
          test.flag("preHash")
              ? scheme.verifyPreHash(
                  publicKey, digest(message), test.bytesOrEmpty("context"), signature)
              : scheme.verify(
                  publicKey, 0, message, 0, message.length, signature, 0, signature.length);
      assertEquals(!test.has("testPassed") || test.flag("testPassed"), valid);
    }

    private void checkKey(TestCase test, byte[] publicKey) {
      if (test.has("d")) {
        byte[] derived = new byte[Ed25519.PUBLIC_KEY_BYTES];
        scheme.derivePublicKey(test.bytes("d"), 0, derived, 0);
        assertArrayEquals(publicKey, derived);
        assertTrue(scheme.isPublicKey(derived, 0));
      } else {
        assertEquals(test.flag("testPassed"), scheme.isPublicKey(publicKey, 0));
      }
    }

    private byte[] sign(TestCase test, byte[] message) {
      byte[] privateKey = test.bytes("d");
      byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
      if (test.flag("preHash")) {
        scheme.signPreHash(
            privateKey, 0, digest(message), test.bytesOrEmpty("context"), signature, 0);
      } else {
        scheme.sign(privateKey, 0, message, 0, message.length, signature, 0);
      }
      return signature;
    }

    private static byte[] digest(byte[] message) {
      Hash hash = HashAlgorithm.SHA2_512.newHash();
      hash.update(message, 0, message.length);
      byte[] digest = new byte[Ed25519.DIGEST_BYTES];
      hash.digest(digest, 0);
      return digest;
    }
  }
}
