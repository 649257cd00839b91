package edgex.tests.crypto.secrets;

import edgex.crypto.ConstantTime;
import edgex.crypto.HashAlgorithm;
import edgex.crypto.blake2.Blake2b;
import edgex.crypto.blake2.Blake2s;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Hmac;
import edgex.crypto.hash.Sha2;
import edgex.crypto.random.HmacDrbg;
import java.util.List;

/** Hashes of secret messages, codes with secret keys, random numbers, comparisons. */
final class MessageOperations {
  private static final int MESSAGE_BYTES = 500;

  private MessageOperations() {}

  static void addTo(List<SecretOperation> operations) {
    for (HashAlgorithm algorithm : HashAlgorithm.values()) {
      operations.add(
          new SecretOperation(algorithm.standardName(), () -> digest(algorithm.newHash())));
    }
    operations.add(new SecretOperation("BLAKE2b", () -> digest(new Blake2b(64, Secrets.make(32)))));
    operations.add(new SecretOperation("BLAKE2s", () -> digest(new Blake2s(32, Secrets.make(32)))));
    operations.add(new SecretOperation("HMAC", MessageOperations::code));
    operations.add(new SecretOperation("HMAC_DRBG", MessageOperations::randomNumbers));
    operations.add(new SecretOperation("comparison", MessageOperations::comparison));
  }

  private static void digest(Hash hash) {
    hash.update(Secrets.make(MESSAGE_BYTES), 0, MESSAGE_BYTES);
    byte[] digest = new byte[hash.digestBytes()];
    hash.digest(digest, 0);
    Secrets.publish(digest);
  }

  private static void code() {
    Hmac hmac = new Hmac(Sha2.sha256());
    hmac.start(Secrets.make(100), 0, 100);
    hmac.update(Secrets.make(MESSAGE_BYTES), 0, MESSAGE_BYTES);
    byte[] code = new byte[hmac.codeBytes()];
    hmac.finish(code, 0);
    Secrets.publish(code);
    hmac.wipe();
  }

  private static void randomNumbers() {
    HmacDrbg generator = new HmacDrbg(Sha2.sha256());
    generator.instantiate(Secrets.make(48), Secrets.make(16), new byte[0]);
    byte[] numbers = new byte[100];
    generator.generate(numbers, 0, 100);
    Secrets.publish(numbers);
    generator.wipe();
  }

  private static void comparison() {
    byte[] one = Secrets.make(32);
    byte[] other = Secrets.make(32);
    if (!ConstantTime.equal(one, 0, other, 0, 32)) {
      throw new IllegalStateException("equal secrets differ");
    }
    int mask = ConstantTime.difference(one, 1, other, 0, 31);
    ConstantTime.copyWhere(mask, one, 0, other, 0, 32);
  }
}
