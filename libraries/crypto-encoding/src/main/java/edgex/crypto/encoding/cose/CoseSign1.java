package edgex.crypto.encoding.cose;

import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.encoding.cbor.CborReader;
import edgex.crypto.encoding.cbor.CborWriter;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.signature.SignatureSchemes;

/**
 * One signature over a payload (COSE_Sign1, RFC 9052, sections 4.2 and 4.4).
 *
 * <pre>
 *   message:  18([ protected headers, unprotected headers, payload or null, signature ])
 *   signed:   [ "Signature1", protected headers, external data, payload ]
 *   headers:  { 1: algorithm } protected, { 4: identifier of the key } unprotected
 * </pre>
 *
 * Other protected headers are refused; other unprotected ones are passed over, since anybody may
 * change them.
 */
public final class CoseSign1 {
  private static final int TAG = 18;
  private static final int PARTS = 4;
  private static final int ALGORITHM = 1;
  private static final int KEY_IDENTIFIER = 4;
  private static final String CONTEXT = "Signature1";
  private static final byte[] NO_CONTEXT = {};

  private final byte[] protectedHeaders;
  private final CoseAlgorithm algorithm;
  private final byte[] payload;
  private final byte[] signature;
  private byte[] keyIdentifier = {};

  private CoseSign1(byte[] encoded) {
    CborReader input = new CborReader(encoded);
    if (input.readTag() != TAG || input.readArray() != PARTS) {
      throw new CryptoException("this is no COSE_Sign1");
    }
    protectedHeaders = input.readBytes();
    algorithm = readAlgorithm(protectedHeaders);
    input.readMap(
        key -> {
          if (key == KEY_IDENTIFIER) {
            keyIdentifier = input.readBytes();
          } else {
            input.readItem();
          }
        });
    payload = input.skipNothing() ? null : input.readBytes();
    signature = input.readBytes();
    input.requireEnd();
  }

  private static CoseAlgorithm readAlgorithm(byte[] headers) {
    CborReader input = new CborReader(headers);
    long[] number = new long[1];
    input.readMap(
        key -> {
          if (key != ALGORITHM) {
            throw new CryptoException("the protected COSE header " + key + " is not understood");
          }
          number[0] = input.readInteger();
        });
    input.requireEnd();
    return CoseAlgorithm.of(number[0]);
  }

  /**
   * Reads a message.
   *
   * @throws CryptoException if it is not one, or of an algorithm that is not known
   */
  public static CoseSign1 decode(byte[] encoded) {
    return new CoseSign1(encoded);
  }

  /** Whether the payload is inside. */
  public boolean hasPayload() {
    return payload != null;
  }

  /**
   * The payload; nothing is known of it before {@link #verify}.
   *
   * @throws CryptoException if it is not inside
   */
  public byte[] payload() {
    if (payload == null) {
      throw new CryptoException("the payload is not in the message");
    }
    return payload.clone();
  }

  /** What names the key: a hint that nobody signed, empty if there is none. */
  public byte[] keyIdentifier() {
    return keyIdentifier.clone();
  }

  /** Whether a key has signed the payload inside, together with data that both sides know. */
  public boolean verify(PublicKey key, byte[] externalData) {
    return verifyDetached(key, externalData, payload());
  }

  /** Whether a key has signed a payload that came another way. */
  public boolean verifyDetached(PublicKey key, byte[] externalData, byte[] detachedPayload) {
    if (key.algorithm() != algorithm.key) {
      return false;
    }
    byte[] signed = signed(protectedHeaders, externalData, detachedPayload);
    return SignatureSchemes.named(key.algorithm().signatureScheme())
        .verify(key.bytes(), signed, NO_CONTEXT, signature);
  }

  /** Makes a message with the payload inside; the identifier may be empty. */
  public static byte[] sign(
      PrivateKey key,
      byte[] keyIdentifier,
      byte[] payload,
      byte[] externalData,
      RandomSource random) {
    byte[] inside = new CborWriter().bytes(payload).toBytes();
    return sign(key, keyIdentifier, payload, externalData, random, inside);
  }

  /** Makes a message for a payload that goes another way. */
  public static byte[] signDetached(
      PrivateKey key, byte[] payload, byte[] externalData, RandomSource random) {
    byte[] inside = new CborWriter().nothing().toBytes();
    return sign(key, new byte[0], payload, externalData, random, inside);
  }

  private static byte[] sign(
      PrivateKey key,
      byte[] keyIdentifier,
      byte[] payload,
      byte[] externalData,
      RandomSource random,
      byte[] inside) {
    CborWriter output = new CborWriter().tag(TAG).array(PARTS);
    byte[] headers =
        new CborWriter()
            .map(1)
            .integer(ALGORITHM)
            .integer(CoseAlgorithm.of(key.algorithm()).number)
            .toBytes();
    output.bytes(headers);
    if (keyIdentifier.length > 0) {
      output.map(1).integer(KEY_IDENTIFIER).bytes(keyIdentifier);
    } else {
      output.map(0);
    }
    byte[] signature = key.sign(signed(headers, externalData, payload), NO_CONTEXT, random);
    return output.encoded(inside).bytes(signature).toBytes();
  }

  private static byte[] signed(byte[] headers, byte[] externalData, byte[] payload) {
    return new CborWriter()
        .array(PARTS)
        .text(CONTEXT)
        .bytes(headers)
        .bytes(externalData)
        .bytes(payload)
        .toBytes();
  }
}
