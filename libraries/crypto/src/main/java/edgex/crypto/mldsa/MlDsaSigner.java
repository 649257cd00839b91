package edgex.crypto.mldsa;

import static edgex.crypto.mldsa.MlDsaParameters.LOW_BYTES;
import static edgex.crypto.mldsa.MlDsaParameters.RANDOMNESS_BYTES;
import static edgex.crypto.mldsa.MlDsaParameters.REPRESENTATIVE_BYTES;
import static edgex.crypto.primitive.MlDsaPrimitive.COEFFICIENTS;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.HashAlgorithm;
import edgex.crypto.RandomSource;
import edgex.crypto.SignedMessage;
import edgex.crypto.keccak.Sponge;
import edgex.crypto.primitive.MlDsaPrimitive;
import edgex.crypto.primitive.RevealPrimitive;
import java.util.Arrays;
import java.util.Objects;

/**
 * ML-DSA signing (FIPS 204, algorithms 2, 4 and 7) with one private key at a time: {@link #load},
 * then any number of signatures, then {@link #wipe}.
 *
 * <p>Time depends on secrets only through the standard's rejection loop: how many attempts there
 * were and in which polynomial an attempt failed, which says nothing about the key.
 */
public final class MlDsaSigner {
  private final MlDsaParameters parameters;
  private final int rows;
  private final int columns;
  private final MatrixStream stream;
  private final SecretExpansion expansion;
  private final Challenge challenge = new Challenge();
  private final Hints hints;
  private final MessageRepresentative representative = new MessageRepresentative();
  private final Sponge hash = Sponge.shake(256);
  private final int[] matrix;
  private final int[] secret;
  private final int[] error;
  private final int[] low;
  private final int[] mask;
  private final int[] response;
  private final int[] commitmentLow;
  private final int[] commitmentHigh;
  private final int[] challengePolynomial = new int[COEFFICIENTS];
  private final int[] product = new int[COEFFICIENTS];
  private final byte[] keySeed = new byte[32];
  private final byte[] publicKeyHash = new byte[64];
  private final byte[] maskSeed = new byte[64];
  private final byte[] messageHash = new byte[REPRESENTATIVE_BYTES];
  private final byte[] randomness = new byte[RANDOMNESS_BYTES];
  private final byte[] packedRow;
  private boolean loaded;

  /** Allocates all the memory that signing needs. */
  public MlDsaSigner(MlDsaParameters parameters) {
    this.parameters = parameters;
    rows = parameters.rows();
    columns = parameters.columns();
    stream = new MatrixStream(parameters);
    expansion = new SecretExpansion(parameters);
    hints = new Hints(parameters);
    matrix = new int[rows * columns * COEFFICIENTS];
    secret = new int[columns * COEFFICIENTS];
    error = new int[rows * COEFFICIENTS];
    low = new int[rows * COEFFICIENTS];
    mask = new int[columns * COEFFICIENTS];
    response = new int[columns * COEFFICIENTS];
    commitmentLow = new int[rows * COEFFICIENTS];
    commitmentHigh = new int[rows * COEFFICIENTS];
    packedRow = new byte[32 * parameters.commitmentBits()];
  }

  /**
   * Reads and expands a private key.
   *
   * @throws CryptoException if the key has the wrong length or a secret coefficient out of range;
   *     no key is loaded then
   */
  public void load(byte[] privateKey, int offset, int length) {
    wipe();
    if (length != parameters.privateKeyBytes()) {
      throw new CryptoException(
          "private key of " + length + " bytes, not " + parameters.privateKeyBytes());
    }
    Objects.checkFromIndexSize(offset, length, privateKey.length);
    System.arraycopy(privateKey, offset + 32, keySeed, 0, keySeed.length);
    System.arraycopy(privateKey, offset + 64, publicKeyHash, 0, publicKeyHash.length);
    int next = readSmall(privateKey, offset + 128, secret, columns);
    next = readSmall(privateKey, next, error, rows);
    // That a key is damaged is no secret.
    int bound = parameters.eta() + 1;
    if (RevealPrimitive.answer(MlDsaPrimitive.reaches(secret, 0, secret.length, bound))
        || RevealPrimitive.answer(MlDsaPrimitive.reaches(error, 0, error.length, bound))) {
      wipe();
      throw new CryptoException("private key with a secret coefficient out of range");
    }
    for (int i = 0; i < rows; i++) {
      MlDsaPrimitive.unpackDifference(
          privateKey, next, MlDsaPrimitive.DROPPED_BITS, 1 << 12, low, i * COEFFICIENTS);
      next += LOW_BYTES;
    }
    transformAll(secret);
    transformAll(error);
    transformAll(low);
    stream.start(privateKey, offset);
    for (int i = 0; i < rows * columns; i++) {
      int entry = stream.advance();
      System.arraycopy(stream.polynomials(), entry, matrix, i * COEFFICIENTS, COEFFICIENTS);
    }
    loaded = true;
  }

  private int readSmall(byte[] privateKey, int offset, int[] vector, int count) {
    int next = offset;
    for (int i = 0; i < count; i++) {
      MlDsaPrimitive.unpackDifference(
          privateKey, next, parameters.etaBits(), parameters.eta(), vector, i * COEFFICIENTS);
      next += parameters.smallBytes();
    }
    return next;
  }

  private static void transformAll(int[] vector) {
    for (int at = 0; at < vector.length; at += COEFFICIENTS) {
      MlDsaPrimitive.transform(vector, at);
    }
  }

  /** Signs a whole message with fresh randomness (hedged, what the standard prefers). */
  public void sign(
      byte[] message,
      int offset,
      int length,
      byte[] context,
      RandomSource random,
      byte[] signature,
      int signatureOffset) {
    startMessage(SignedMessage.purePrefix(context));
    representative.update(message, offset, length);
    finishAndSign(random, signature, signatureOffset);
  }

  /** Signs a message's digest with fresh randomness (HashML-DSA). */
  public void signPreHash(
      HashAlgorithm algorithm,
      byte[] digest,
      byte[] context,
      RandomSource random,
      byte[] signature,
      int signatureOffset) {
    startMessage(SignedMessage.preHashPrefix(context, algorithm));
    representative.update(digest, 0, digest.length);
    finishAndSign(random, signature, signatureOffset);
  }

  private void startMessage(byte[] prefix) {
    requireKey();
    representative.start(publicKeyHash, 0, prefix);
  }

  private void finishAndSign(RandomSource random, byte[] signature, int signatureOffset) {
    representative.finish(messageHash, 0);
    random.fill(randomness, 0, RANDOMNESS_BYTES);
    signRepresentative(messageHash, 0, randomness, 0, signature, signatureOffset);
    ConstantTime.wipe(randomness);
  }

  /** Begins a message representative for the loaded key, with a prefix of the caller's. */
  public void startRepresentative(MessageRepresentative message, byte[] prefix) {
    requireKey();
    message.start(publicKeyHash, 0, prefix);
  }

  /**
   * Signs a message representative, which {@link MessageRepresentative} made.
   *
   * @param signatureRandomness 32 bytes, random (hedged) or all zero (deterministic)
   */
  public void signRepresentative(
      byte[] messageRepresentative,
      int representativeOffset,
      byte[] signatureRandomness,
      int randomnessOffset,
      byte[] signature,
      int signatureOffset) {
    requireKey();
    Objects.checkFromIndexSize(signatureOffset, parameters.signatureBytes(), signature.length);
    hash.update(keySeed, 0, keySeed.length);
    hash.update(signatureRandomness, randomnessOffset, RANDOMNESS_BYTES);
    hash.update(messageRepresentative, representativeOffset, REPRESENTATIVE_BYTES);
    hash.squeeze(maskSeed, 0, maskSeed.length);
    hash.reset();
    int counter = 0;
    boolean accepted = false;
    while (!accepted) {
      commit(counter, messageRepresentative, representativeOffset, signature, signatureOffset);
      accepted =
          respond(signature, signatureOffset + parameters.challengeBytes())
              && correct()
              && writeHints(signature, signatureOffset + parameters.hintOffset());
      counter += columns;
    }
    wipeAttempt();
  }

  /** Lines 11 to 16: w = A y, its high part, and the challenge, whose hash goes into the output. */
  private void commit(int counter, byte[] mu, int muOffset, byte[] signature, int offset) {
    expansion.mask(maskSeed, 0, counter, mask);
    System.arraycopy(mask, 0, response, 0, mask.length);
    transformAll(response);
    hash.update(mu, muOffset, REPRESENTATIVE_BYTES);
    for (int i = 0; i < rows; i++) {
      int at = i * COEFFICIENTS;
      MlDsaPrimitive.multiply(commitmentLow, at, matrix, at * columns, response, 0, columns);
      MlDsaPrimitive.inverseTransform(commitmentLow, at);
      MlDsaPrimitive.normalise(commitmentLow, at, COEFFICIENTS);
      MlDsaPrimitive.decompose(commitmentLow, at, parameters.gamma(), commitmentHigh, at);
      MlDsaPrimitive.pack(commitmentHigh, at, parameters.commitmentBits(), packedRow, 0);
      hash.update(packedRow, 0, packedRow.length);
    }
    hash.squeeze(signature, offset, parameters.challengeBytes());
    hash.reset();
    // A challenge is the hash of a high part that no key shows in, also where its attempt fails.
    RevealPrimitive.bytes(signature, offset, parameters.challengeBytes());
    challenge.sample(
        signature,
        offset,
        parameters.challengeBytes(),
        parameters.challengeOnes(),
        challengePolynomial,
        0);
    MlDsaPrimitive.transform(challengePolynomial, 0);
  }

  /** Lines 17, 19 and 21: z = y + c s1, written unless it would show something of s1. */
  private boolean respond(byte[] signature, int offset) {
    int bound = parameters.maskBound() - parameters.beta();
    for (int j = 0; j < columns; j++) {
      int at = j * COEFFICIENTS;
      multiplyByChallenge(secret, at);
      MlDsaPrimitive.add(product, 0, mask, at);
      MlDsaPrimitive.reduce(product, 0, COEFFICIENTS);
      // Whether an attempt ends here depends on the challenge and on a mask that is thrown away.
      if (RevealPrimitive.answer(MlDsaPrimitive.reaches(product, 0, COEFFICIENTS, bound))) {
        return false;
      }
      MlDsaPrimitive.packDifference(
          product,
          0,
          parameters.responseBits(),
          parameters.maskBound(),
          signature,
          offset + j * 32 * parameters.responseBits());
    }
    return true;
  }

  /** Lines 18, 20 and 21: the low part of w - c s2, unless it would show something of s2. */
  private boolean correct() {
    int bound = parameters.gamma() - parameters.beta();
    for (int i = 0; i < rows; i++) {
      int at = i * COEFFICIENTS;
      multiplyByChallenge(error, at);
      MlDsaPrimitive.subtract(commitmentLow, at, product, 0);
      MlDsaPrimitive.reduce(commitmentLow, at, COEFFICIENTS);
      // As above: the mask of a failed attempt is thrown away.
      if (RevealPrimitive.answer(MlDsaPrimitive.reaches(commitmentLow, at, COEFFICIENTS, bound))) {
        return false;
      }
    }
    return true;
  }

  /** Lines 23 to 26: the hints with which a verifier does without the low part of t. */
  private boolean writeHints(byte[] signature, int offset) {
    Arrays.fill(signature, offset, offset + parameters.maximumHints() + rows, (byte) 0);
    int ones = 0;
    for (int i = 0; i < rows; i++) {
      int at = i * COEFFICIENTS;
      multiplyByChallenge(low, at);
      MlDsaPrimitive.reduce(product, 0, COEFFICIENTS);
      // The low part of t is as good as public: signatures show it in the long run.
      if (RevealPrimitive.answer(
          MlDsaPrimitive.reaches(product, 0, COEFFICIENTS, parameters.gamma()))) {
        return false;
      }
      MlDsaPrimitive.add(commitmentLow, at, product, 0);
      ones += MlDsaPrimitive.makeHint(commitmentLow, at, commitmentHigh, at, parameters.gamma());
      // Hints are part of the signature; who knows the challenge and z can compute the others, too.
      RevealPrimitive.numbers(commitmentHigh, at, COEFFICIENTS);
      ones = RevealPrimitive.number(ones);
      if (ones > parameters.maximumHints()) {
        return false;
      }
      hints.encodeRow(i, commitmentHigh, at, signature, offset);
    }
    return true;
  }

  private void multiplyByChallenge(int[] vector, int at) {
    MlDsaPrimitive.multiply(product, 0, vector, at, challengePolynomial, 0, 1);
    MlDsaPrimitive.inverseTransform(product, 0);
  }

  private void requireKey() {
    if (!loaded) {
      throw new IllegalStateException("no private key is loaded");
    }
  }

  private void wipeAttempt() {
    expansion.wipe();
    ConstantTime.wipe(maskSeed);
    ConstantTime.wipe(mask);
    ConstantTime.wipe(response);
    ConstantTime.wipe(commitmentLow);
    ConstantTime.wipe(commitmentHigh);
    ConstantTime.wipe(product);
  }

  /** Forgets the key. */
  public void wipe() {
    loaded = false;
    ConstantTime.wipe(keySeed);
    ConstantTime.wipe(secret);
    ConstantTime.wipe(error);
    ConstantTime.wipe(low);
    wipeAttempt();
  }
}
