package edgex.crypto.curve25519;

import static edgex.crypto.primitive.Curve25519Primitive.BYTES;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Sha2;
import edgex.crypto.modular.Modulus;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Ed25519, Ed25519ctx and Ed25519ph (RFC 8032, section 5.1). Signing is in constant time and
 * deterministic. Verification is strict: encodings must be canonical, and a public key of small
 * order, which verifies almost anything, verifies nothing.
 */
public final class Ed25519 {
  /** Bytes of a private key. */
  public static final int PRIVATE_KEY_BYTES = 32;

  /** Bytes of a public key. */
  public static final int PUBLIC_KEY_BYTES = 32;

  /** Bytes of a signature: a point R, then a number S. */
  public static final int SIGNATURE_BYTES = 64;

  /** Bytes of the digest that Ed25519ph signs, SHA-512. */
  public static final int DIGEST_BYTES = 64;

  private static final int MAXIMUM_CONTEXT_BYTES = 255;

  /** The order of the base point, 2^252 + 27742317777372353535851937790883648493. */
  private static final String ORDER =
      "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed";

  private static final byte[] LABEL =
      "SigEd25519 no Ed25519 collisions".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] NOTHING = {};

  private final Modulus order = new Modulus(ORDER);
  private final EdwardsCurve curve = new EdwardsCurve();
  private final Hash hash = Sha2.sha512();
  private final EdwardsPoint point = new EdwardsPoint();
  private final EdwardsPoint key = new EdwardsPoint();
  private final byte[] expanded = new byte[64];
  private final byte[] digest = new byte[64];
  private final byte[] expandedChallenge = new byte[64];
  private final byte[] scalar = new byte[BYTES];
  private final byte[] encoded = new byte[BYTES];
  private final long[] nonce = Modulus.newNumber();
  private final long[] secret = Modulus.newNumber();
  private final long[] challenge = Modulus.newNumber();

  /** Allocates all the memory that the operations need. */
  public Ed25519() {}

  /** Makes a private key, any 32 random bytes, and its public key. */
  public void generateKeys(
      RandomSource random,
      byte[] privateKey,
      int privateOffset,
      byte[] publicKey,
      int publicOffset) {
    Objects.checkFromIndexSize(privateOffset, PRIVATE_KEY_BYTES, privateKey.length);
    random.fill(privateKey, privateOffset, PRIVATE_KEY_BYTES);
    derivePublicKey(privateKey, privateOffset, publicKey, publicOffset);
  }

  /** Writes the public key of a private key (section 5.1.5). */
  public void derivePublicKey(
      byte[] privateKey, int privateOffset, byte[] publicKey, int publicOffset) {
    Objects.checkFromIndexSize(publicOffset, PUBLIC_KEY_BYTES, publicKey.length);
    expand(privateKey, privateOffset);
    curve.multiplyBase(expanded, point);
    curve.encode(point, publicKey, publicOffset);
    wipe();
  }

  /** The secret number is the first half, with some bits set and cleared, the prefix the second. */
  private void expand(byte[] privateKey, int offset) {
    Objects.checkFromIndexSize(offset, PRIVATE_KEY_BYTES, privateKey.length);
    hash.update(privateKey, offset, PRIVATE_KEY_BYTES);
    hash.digest(expanded, 0);
    expanded[0] &= (byte) 0xF8;
    expanded[31] = (byte) ((expanded[31] & 0x7F) | 0x40);
  }

  /** Signs a message with plain Ed25519. */
  public void sign(
      byte[] privateKey,
      int privateOffset,
      byte[] message,
      int messageOffset,
      int messageLength,
      byte[] signature,
      int signatureOffset) {
    sign(
        NOTHING,
        privateKey,
        privateOffset,
        message,
        messageOffset,
        messageLength,
        signature,
        signatureOffset);
  }

  /**
   * Signs a message's digest with Ed25519ph.
   *
   * @param preHash SHA-512 of the message
   * @throws CryptoException if the context has more than 255 bytes
   */
  public void signPreHash(
      byte[] privateKey,
      int privateOffset,
      byte[] preHash,
      byte[] context,
      byte[] signature,
      int signatureOffset) {
    Objects.checkFromIndexSize(0, DIGEST_BYTES, preHash.length);
    byte[] prefix = domain(1, context);
    sign(prefix, privateKey, privateOffset, preHash, 0, DIGEST_BYTES, signature, signatureOffset);
  }

  private void sign(
      byte[] domain,
      byte[] privateKey,
      int privateOffset,
      byte[] message,
      int messageOffset,
      int messageLength,
      byte[] signature,
      int signatureOffset) {
    Objects.checkFromIndexSize(messageOffset, messageLength, message.length);
    Objects.checkFromIndexSize(signatureOffset, SIGNATURE_BYTES, signature.length);
    expand(privateKey, privateOffset);
    curve.multiplyBase(expanded, point);
    curve.encode(point, encoded, 0);
    hash.update(domain, 0, domain.length);
    hash.update(expanded, 32, 32);
    hash.update(message, messageOffset, messageLength);
    hash.digest(digest, 0);
    order.decodeWideLittleEndian(digest, 0, nonce);
    order.encodeLittleEndian(nonce, scalar, 0);
    curve.multiplyBase(scalar, point);
    curve.encode(point, digest, 0);
    // Only now, in case the message lies where the signature goes.
    computeChallenge(domain, digest, 0, encoded, 0, message, messageOffset, messageLength);
    order.decodeLittleEndian(expanded, 0, secret);
    order.multiply(secret, secret, challenge);
    order.add(secret, secret, nonce);
    System.arraycopy(digest, 0, signature, signatureOffset, BYTES);
    order.encodeLittleEndian(secret, signature, signatureOffset + BYTES);
    wipe();
  }

  /** k = SHA-512(domain, R, A, message) modulo the order. */
  private void computeChallenge(
      byte[] domain,
      byte[] commitment,
      int commitmentOffset,
      byte[] publicKey,
      int publicOffset,
      byte[] message,
      int messageOffset,
      int messageLength) {
    hash.update(domain, 0, domain.length);
    hash.update(commitment, commitmentOffset, BYTES);
    hash.update(publicKey, publicOffset, BYTES);
    hash.update(message, messageOffset, messageLength);
    hash.digest(expandedChallenge, 0);
    order.decodeWideLittleEndian(expandedChallenge, 0, challenge);
  }

  /** Whether a plain Ed25519 signature of a message is valid. */
  public boolean verify(
      byte[] publicKey,
      int publicOffset,
      byte[] message,
      int messageOffset,
      int messageLength,
      byte[] signature,
      int signatureOffset,
      int signatureLength) {
    Objects.checkFromIndexSize(signatureOffset, signatureLength, signature.length);
    return signatureLength == SIGNATURE_BYTES
        && verify(
            NOTHING,
            publicKey,
            publicOffset,
            message,
            messageOffset,
            messageLength,
            signature,
            signatureOffset);
  }

  /**
   * Whether an Ed25519ph signature of a message's SHA-512 is valid.
   *
   * @throws CryptoException if the context has more than 255 bytes
   */
  public boolean verifyPreHash(byte[] publicKey, byte[] preHash, byte[] context, byte[] signature) {
    Objects.checkFromIndexSize(0, DIGEST_BYTES, preHash.length);
    return signature.length == SIGNATURE_BYTES
        && verify(domain(1, context), publicKey, 0, preHash, 0, DIGEST_BYTES, signature, 0);
  }

  private boolean verify(
      byte[] domain,
      byte[] publicKey,
      int publicOffset,
      byte[] message,
      int messageOffset,
      int messageLength,
      byte[] signature,
      int signatureOffset) {
    Objects.checkFromIndexSize(messageOffset, messageLength, message.length);
    if (!isPublicKey(publicKey, publicOffset)
        || !order.decodeLittleEndian(signature, signatureOffset + BYTES, nonce)) {
      return false;
    }
    computeChallenge(
        domain,
        signature,
        signatureOffset,
        publicKey,
        publicOffset,
        message,
        messageOffset,
        messageLength);
    // S B - k A must be R, so R needs no decoding: it is compared as bytes.
    order.encodeLittleEndian(challenge, scalar, 0);
    key.negate();
    curve.multiply(scalar, key, point);
    key.set(point);
    System.arraycopy(signature, signatureOffset + BYTES, scalar, 0, BYTES);
    curve.multiplyBase(scalar, point);
    curve.add(point, key);
    curve.encode(point, encoded, 0);
    return ConstantTime.equal(encoded, 0, signature, signatureOffset, BYTES);
  }

  /** Whether 32 bytes are the canonical encoding of a point that is not of small order. */
  public boolean isPublicKey(byte[] publicKey, int offset) {
    Objects.checkFromIndexSize(offset, PUBLIC_KEY_BYTES, publicKey.length);
    return curve.decode(publicKey, offset, key) && !curve.isSmallOrder(key);
  }

  /** dom2 of section 5.1. */
  private static byte[] domain(int flag, byte[] context) {
    if (context.length > MAXIMUM_CONTEXT_BYTES) {
      throw new CryptoException("context of " + context.length + " bytes, at most 255");
    }
    byte[] domain = new byte[LABEL.length + 2 + context.length];
    System.arraycopy(LABEL, 0, domain, 0, LABEL.length);
    domain[LABEL.length] = (byte) flag;
    domain[LABEL.length + 1] = (byte) context.length;
    System.arraycopy(context, 0, domain, LABEL.length + 2, context.length);
    return domain;
  }

  private void wipe() {
    point.wipe();
    ConstantTime.wipe(expanded);
    ConstantTime.wipe(digest);
    ConstantTime.wipe(scalar);
    ConstantTime.wipe(nonce);
    ConstantTime.wipe(secret);
  }
}
