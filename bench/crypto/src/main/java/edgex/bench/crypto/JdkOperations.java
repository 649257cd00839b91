package edgex.bench.crypto;

import edgex.bench.crypto.target.Operation;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The same operations by a JDK, which has many of them in machine code. */
final class JdkOperations {
  private static final int BULK_BYTES = 16_384;
  private static final int TAG_BITS = 128;

  private JdkOperations() {}

  /** All that the JDK of this JVM has; the lattice schemes came with version 24. */
  static List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    for (String set : List.of("512", "768", "1024")) {
      add(operations, () -> keys("ml-kem-" + set, "ML-KEM-" + set));
    }
    for (String set : List.of("44", "65", "87")) {
      String name = "ml-dsa-" + set;
      add(operations, () -> keys(name, "ML-DSA-" + set));
      add(operations, () -> signing(name, "ML-DSA-" + set));
      add(operations, () -> verification(name, "ML-DSA-" + set));
    }
    add(operations, () -> digest("sha2-256", "SHA-256"));
    add(operations, () -> digest("sha2-512", "SHA-512"));
    add(operations, () -> digest("sha3-256", "SHA3-256"));
    add(operations, () -> sealing("aes-128-gcm", 16));
    add(operations, () -> sealing("aes-256-gcm", 32));
    add(operations, JdkOperations::agreement);
    add(operations, () -> signing("ed25519", "Ed25519"));
    return operations;
  }

  /** Makes an operation. */
  private interface Maker {
    Operation make() throws GeneralSecurityException;
  }

  private static void add(List<Operation> operations, Maker maker) {
    try {
      operations.add(maker.make());
    } catch (NoSuchAlgorithmException absent) {
      // An older JDK: the peer is left out there.
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** What an operation does, number by number. */
  private interface Body {
    void run(int number) throws GeneralSecurityException;
  }

  private static Operation operation(String name, int bytes, Body body) {
    return new Operation(name, bytes) {
      @Override
      public void run(int number) {
        try {
          body.run(number);
        } catch (GeneralSecurityException broken) {
          throw new IllegalStateException(broken);
        }
      }
    };
  }

  private static Operation keys(String name, String jdkName) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(jdkName);
    return operation(name + ".keygen", 0, number -> generator.generateKeyPair());
  }

  private static Operation signing(String name, String jdkName) throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(jdkName).generateKeyPair();
    Signature signature = Signature.getInstance(jdkName);
    byte[] message = new byte[32];
    return operation(
        name + ".sign",
        0,
        number -> {
          message[0] = (byte) number;
          message[1] = (byte) (number >> 8);
          signature.initSign(pair.getPrivate());
          signature.update(message);
          signature.sign();
        });
  }

  private static Operation verification(String name, String jdkName)
      throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(jdkName).generateKeyPair();
    Signature signature = Signature.getInstance(jdkName);
    byte[] message = new byte[32];
    signature.initSign(pair.getPrivate());
    signature.update(message);
    byte[] signed = signature.sign();
    return operation(
        name + ".verify",
        0,
        number -> {
          signature.initVerify(pair.getPublic());
          signature.update(message);
          if (!signature.verify(signed)) {
            throw new IllegalStateException(name + " refuses its own signature");
          }
        });
  }

  private static Operation agreement() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    return operation(
        "x25519.agree",
        0,
        number -> {
          agreement.init(pair.getPrivate());
          agreement.doPhase(pair.getPublic(), true);
          agreement.generateSecret();
        });
  }

  private static Operation sealing(String name, int keyBytes) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKeySpec key = new SecretKeySpec(new byte[keyBytes], "AES");
    byte[] nonce = new byte[12];
    byte[] text = new byte[BULK_BYTES];
    byte[] sealed = new byte[BULK_BYTES + TAG_BITS / 8];
    return operation(
        name + ".bulk",
        BULK_BYTES,
        number -> {
          nonce[0] = (byte) number;
          cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
          cipher.doFinal(text, 0, BULK_BYTES, sealed, 0);
        });
  }

  private static Operation digest(String name, String jdkName) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance(jdkName);
    byte[] data = new byte[BULK_BYTES];
    return operation(name + ".bulk", BULK_BYTES, number -> digest.digest(data));
  }
}
