package edgex.crypto.mlkem;

import static edgex.crypto.mlkem.MlKemParameters.SECRET_BYTES;
import static edgex.crypto.mlkem.MlKemParameters.SEED_BYTES;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.keccak.Sponge;
import edgex.crypto.primitive.RevealPrimitive;
import java.util.Arrays;
import java.util.Objects;

/**
 * ML-KEM (FIPS 203, sections 6 and 7) for one parameter set, with its working memory.
 *
 * <pre>
 *   decapsulation key:  secret vector | encapsulation key | its hash (32) | z (32)
 *   encapsulation key:  vector t | seed of the matrix (32)
 * </pre>
 */
public final class MlKem {
  private final MlKemParameters parameters;
  private final PublicKeyEncryption encryption;
  private final Sponge hashG = Sponge.sha3(512);
  private final Sponge hashH = Sponge.sha3(256);
  private final Sponge hashJ = Sponge.shake(256);
  private final byte[] digest = new byte[64];
  private final byte[] keyDigest = new byte[32];
  private final byte[] message = new byte[SECRET_BYTES];
  private final byte[] seed = new byte[SEED_BYTES];
  private final byte[] secondCiphertext;

  /** Allocates all the memory that the operations need. */
  public MlKem(MlKemParameters parameters) {
    this.parameters = parameters;
    this.encryption = new PublicKeyEncryption(parameters);
    this.secondCiphertext = new byte[parameters.ciphertextBytes()];
  }

  /** The parameter set. */
  public MlKemParameters parameters() {
    return parameters;
  }

  /** Makes a key pair from fresh random bytes. */
  public void generateKeys(
      RandomSource random,
      byte[] encapsulationKey,
      int encapsulationOffset,
      byte[] decapsulationKey,
      int decapsulationOffset) {
    random.fill(seed, 0, SEED_BYTES);
    generateKeys(
        seed, 0, encapsulationKey, encapsulationOffset, decapsulationKey, decapsulationOffset);
    ConstantTime.wipe(seed);
  }

  /**
   * Makes the key pair of a seed (algorithm 16): also the way to use a private key that is stored
   * as a seed.
   *
   * @param keySeed d, then z: 64 bytes
   */
  public void generateKeys(
      byte[] keySeed,
      int seedOffset,
      byte[] encapsulationKey,
      int encapsulationOffset,
      byte[] decapsulationKey,
      int decapsulationOffset) {
    checkRange(keySeed, seedOffset, SEED_BYTES);
    checkRange(encapsulationKey, encapsulationOffset, parameters.encapsulationKeyBytes());
    checkRange(decapsulationKey, decapsulationOffset, parameters.decapsulationKeyBytes());
    keyDigest[0] = (byte) parameters.rank();
    hashG.update(keySeed, seedOffset, 32);
    hashG.update(keyDigest, 0, 1);
    hashG.digest(digest, 0);
    // The seed of the matrix goes into the public key as it is.
    RevealPrimitive.bytes(digest, 0, 32);
    encryption.generateKeys(
        digest, encapsulationKey, encapsulationOffset, decapsulationKey, decapsulationOffset);
    int keyBytes = parameters.encapsulationKeyBytes();
    int next = decapsulationOffset + publicOffset();
    System.arraycopy(encapsulationKey, encapsulationOffset, decapsulationKey, next, keyBytes);
    hash(encapsulationKey, encapsulationOffset, decapsulationKey, next + keyBytes);
    System.arraycopy(keySeed, seedOffset + 32, decapsulationKey, next + keyBytes + 32, 32);
    ConstantTime.wipe(digest);
  }

  /** Makes a shared secret and its ciphertext with fresh random bytes: see below. */
  public void encapsulate(
      byte[] encapsulationKey,
      int keyOffset,
      RandomSource random,
      byte[] ciphertext,
      int ciphertextOffset,
      byte[] secret,
      int secretOffset) {
    random.fill(seed, 0, SECRET_BYTES);
    encapsulate(
        encapsulationKey, keyOffset, seed, 0, ciphertext, ciphertextOffset, secret, secretOffset);
    ConstantTime.wipe(seed);
  }

  /**
   * Makes a shared secret and the ciphertext that carries it (algorithm 17), after checking the
   * key.
   *
   * @param randomness 32 bytes that nobody can guess and that are never used again
   * @throws CryptoException if the key is not canonical; both outputs are zeroed
   */
  public void encapsulate(
      byte[] encapsulationKey,
      int keyOffset,
      byte[] randomness,
      int randomnessOffset,
      byte[] ciphertext,
      int ciphertextOffset,
      byte[] secret,
      int secretOffset) {
    checkRange(encapsulationKey, keyOffset, parameters.encapsulationKeyBytes());
    checkRange(randomness, randomnessOffset, SECRET_BYTES);
    checkRange(ciphertext, ciphertextOffset, parameters.ciphertextBytes());
    checkRange(secret, secretOffset, SECRET_BYTES);
    if (!encryption.isCanonical(encapsulationKey, keyOffset)) {
      zero(ciphertext, ciphertextOffset, parameters.ciphertextBytes());
      zero(secret, secretOffset, SECRET_BYTES);
      throw new CryptoException("encapsulation key with a coefficient that is not reduced");
    }
    hash(encapsulationKey, keyOffset, keyDigest, 0);
    deriveSecret(randomness, randomnessOffset, keyDigest, 0);
    encryption.encrypt(
        encapsulationKey,
        keyOffset,
        randomness,
        randomnessOffset,
        digest,
        SECRET_BYTES,
        ciphertext,
        ciphertextOffset);
    System.arraycopy(digest, 0, secret, secretOffset, SECRET_BYTES);
    ConstantTime.wipe(digest);
  }

  /**
   * Recovers the shared secret of a ciphertext (algorithm 18). For a ciphertext that nobody
   * encapsulated the answer is a secret that only the key's owner can compute (implicit rejection):
   * neither result nor time tells the difference.
   *
   * @throws CryptoException if the key's stored hash is wrong; the output is zeroed
   */
  public void decapsulate(
      byte[] decapsulationKey,
      int keyOffset,
      byte[] ciphertext,
      int ciphertextOffset,
      byte[] secret,
      int secretOffset) {
    checkRange(decapsulationKey, keyOffset, parameters.decapsulationKeyBytes());
    checkRange(ciphertext, ciphertextOffset, parameters.ciphertextBytes());
    checkRange(secret, secretOffset, SECRET_BYTES);
    if (!isHashConsistent(decapsulationKey, keyOffset)) {
      zero(secret, secretOffset, SECRET_BYTES);
      throw new CryptoException("decapsulation key does not match the hash inside it");
    }
    int publicKey = keyOffset + publicOffset();
    int storedHash = publicKey + parameters.encapsulationKeyBytes();
    encryption.decrypt(decapsulationKey, keyOffset, ciphertext, ciphertextOffset, message, 0);
    deriveSecret(message, 0, decapsulationKey, storedHash);
    encryption.encrypt(
        decapsulationKey, publicKey, message, 0, digest, SECRET_BYTES, secondCiphertext, 0);
    int ciphertextBytes = secondCiphertext.length;
    int different =
        ConstantTime.difference(ciphertext, ciphertextOffset, secondCiphertext, 0, ciphertextBytes);
    hashJ.update(decapsulationKey, storedHash + 32, 32);
    hashJ.update(ciphertext, ciphertextOffset, ciphertextBytes);
    hashJ.squeeze(message, 0, SECRET_BYTES);
    hashJ.reset();
    ConstantTime.copyWhere(different, message, 0, digest, 0, SECRET_BYTES);
    System.arraycopy(digest, 0, secret, secretOffset, SECRET_BYTES);
    ConstantTime.wipe(digest);
    ConstantTime.wipe(message);
    ConstantTime.wipe(secondCiphertext);
  }

  /** Whether bytes from outside are an encapsulation key (section 7.2). */
  public boolean isEncapsulationKey(byte[] bytes, int offset, int length) {
    return length == parameters.encapsulationKeyBytes() && encryption.isCanonical(bytes, offset);
  }

  /**
   * Whether bytes from outside are a decapsulation key: its length and its hash are right (section
   * 7.3), and the encapsulation key in it is canonical.
   */
  public boolean isDecapsulationKey(byte[] bytes, int offset, int length) {
    return length == parameters.decapsulationKeyBytes()
        && encryption.isCanonical(bytes, offset + publicOffset())
        && isHashConsistent(bytes, offset);
  }

  private boolean isHashConsistent(byte[] decapsulationKey, int offset) {
    int publicKey = offset + publicOffset();
    hash(decapsulationKey, publicKey, keyDigest, 0);
    int stored = publicKey + parameters.encapsulationKeyBytes();
    return ConstantTime.equal(decapsulationKey, stored, keyDigest, 0, 32);
  }

  /** Where the encapsulation key lies in a decapsulation key. */
  private int publicOffset() {
    return MlKemParameters.POLYNOMIAL_BYTES * parameters.rank();
  }

  private void hash(byte[] encapsulationKey, int offset, byte[] output, int outputOffset) {
    hashH.update(encapsulationKey, offset, parameters.encapsulationKeyBytes());
    hashH.digest(output, outputOffset);
  }

  /** Leaves the shared secret in the first half of {@code digest}, the randomness in the second. */
  private void deriveSecret(byte[] input, int offset, byte[] keyHash, int hashOffset) {
    hashG.update(input, offset, SECRET_BYTES);
    hashG.update(keyHash, hashOffset, 32);
    hashG.digest(digest, 0);
  }

  private static void checkRange(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
  }

  private static void zero(byte[] output, int offset, int length) {
    Arrays.fill(output, offset, offset + length, (byte) 0);
  }
}
