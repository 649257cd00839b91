package edgex.crypto.kem;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.keccak.Sponge;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import java.util.Arrays;

/**
 * X-Wing (draft-connolly-cfrg-xwing-kem): ML-KEM-768 and X25519 in one mechanism of its own, whose
 * private key is a seed of 32 bytes.
 *
 * <pre>
 *   public key:  encapsulation key (1184) | X25519 key (32)
 *   ciphertext:  ML-KEM ciphertext (1088) | X25519 key (32)
 *   secret:      SHA3-256(ML-KEM secret | X25519 secret | both X25519 keys | label)
 * </pre>
 */
public final class XWing implements KeyEncapsulation {
  /** Bytes of a private key: the seed of everything. */
  public static final int SEED_BYTES = 32;

  /** Bytes of the randomness of an encapsulation: ML-KEM's, then the X25519 private key. */
  public static final int RANDOMNESS_BYTES = 64;

  private static final int CURVE_BYTES = X25519.KEY_BYTES;
  private static final int SECRET_BYTES = 32;

  /** A cross with wings. */
  private static final byte[] LABEL = {'\\', '.', '/', '/', '^', '\\'};

  private final MlKem kem = new MlKem(MlKemParameters.ML_KEM_768);
  private final X25519 curve = new X25519();
  private final Sponge shake = Sponge.shake(256);
  private final Sponge hash = Sponge.sha3(256);
  private final int latticeKeyBytes = kem.parameters().encapsulationKeyBytes();
  private final int latticeCiphertextBytes = kem.parameters().ciphertextBytes();
  private final byte[] expanded = new byte[MlKemParameters.SEED_BYTES + CURVE_BYTES];
  private final byte[] ownKey = new byte[latticeKeyBytes + CURVE_BYTES];
  private final byte[] decapsulationKey = new byte[kem.parameters().decapsulationKeyBytes()];
  private final byte[] secrets = new byte[2 * SECRET_BYTES];
  private final byte[] randomness = new byte[RANDOMNESS_BYTES];

  /** Allocates all the memory that the operations need. */
  public XWing() {}

  @Override
  public String name() {
    return "X-Wing";
  }

  @Override
  public int publicKeyBytes() {
    return latticeKeyBytes + CURVE_BYTES;
  }

  @Override
  public int privateKeyBytes() {
    return SEED_BYTES;
  }

  @Override
  public int ciphertextBytes() {
    return latticeCiphertextBytes + CURVE_BYTES;
  }

  @Override
  public int secretBytes() {
    return SECRET_BYTES;
  }

  @Override
  public void generateKeys(RandomSource random, byte[] publicKey, byte[] privateKey) {
    random.fill(privateKey, 0, SEED_BYTES);
    derivePublicKey(privateKey, publicKey);
  }

  /**
   * Writes the public key of a private key.
   *
   * @throws CryptoException if the private key has a wrong length; the output is zeroed
   */
  public void derivePublicKey(byte[] privateKey, byte[] publicKey) {
    try {
      expand(privateKey);
      System.arraycopy(ownKey, 0, publicKey, 0, ownKey.length);
    } catch (CryptoException refused) {
      Arrays.fill(publicKey, (byte) 0);
      throw refused;
    } finally {
      wipe();
    }
  }

  private void expand(byte[] privateKey) {
    Lengths.require(privateKey, SEED_BYTES, "private key of X-Wing");
    shake.update(privateKey, 0, SEED_BYTES);
    shake.squeeze(expanded, 0, expanded.length);
    shake.reset();
    kem.generateKeys(expanded, 0, ownKey, 0, decapsulationKey, 0);
    curve.derivePublicKey(expanded, MlKemParameters.SEED_BYTES, ownKey, latticeKeyBytes);
  }

  @Override
  public void encapsulate(byte[] publicKey, RandomSource random, byte[] ciphertext, byte[] secret) {
    random.fill(randomness, 0, RANDOMNESS_BYTES);
    encapsulate(publicKey, randomness, ciphertext, secret);
  }

  /**
   * Makes a secret and its ciphertext from randomness that nobody can guess.
   *
   * @throws CryptoException as {@link KeyEncapsulation#encapsulate} says
   */
  public void encapsulate(
      byte[] publicKey, byte[] encapsulationRandomness, byte[] ciphertext, byte[] secret) {
    try {
      Lengths.require(publicKey, publicKeyBytes(), "public key of X-Wing");
      Lengths.require(encapsulationRandomness, RANDOMNESS_BYTES, "randomness");
      kem.encapsulate(publicKey, 0, encapsulationRandomness, 0, ciphertext, 0, secrets, 0);
      curve.derivePublicKey(encapsulationRandomness, 32, ciphertext, latticeCiphertextBytes);
      curve.agree(encapsulationRandomness, 32, publicKey, latticeKeyBytes, secrets, SECRET_BYTES);
      combine(ciphertext, publicKey, secret);
    } catch (CryptoException refused) {
      Arrays.fill(ciphertext, (byte) 0);
      ConstantTime.wipe(secret);
      throw refused;
    } finally {
      wipe();
    }
  }

  @Override
  public void decapsulate(byte[] privateKey, byte[] ciphertext, byte[] secret) {
    try {
      Lengths.require(ciphertext, ciphertextBytes(), "ciphertext of X-Wing");
      expand(privateKey);
      kem.decapsulate(decapsulationKey, 0, ciphertext, 0, secrets, 0);
      curve.agree(
          expanded,
          MlKemParameters.SEED_BYTES,
          ciphertext,
          latticeCiphertextBytes,
          secrets,
          SECRET_BYTES);
      combine(ciphertext, ownKey, secret);
    } catch (CryptoException refused) {
      ConstantTime.wipe(secret);
      throw refused;
    } finally {
      wipe();
    }
  }

  private void combine(byte[] ciphertext, byte[] publicKey, byte[] secret) {
    hash.update(secrets, 0, secrets.length);
    hash.update(ciphertext, latticeCiphertextBytes, CURVE_BYTES);
    hash.update(publicKey, latticeKeyBytes, CURVE_BYTES);
    hash.update(LABEL, 0, LABEL.length);
    hash.digest(secret, 0);
  }

  private void wipe() {
    ConstantTime.wipe(expanded);
    ConstantTime.wipe(decapsulationKey);
    ConstantTime.wipe(secrets);
    ConstantTime.wipe(randomness);
  }
}
