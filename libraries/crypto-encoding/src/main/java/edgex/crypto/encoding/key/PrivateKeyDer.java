package edgex.crypto.encoding.key;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.encoding.der.DerReader;
import edgex.crypto.encoding.der.DerTag;
import edgex.crypto.encoding.der.DerWriter;
import edgex.crypto.encoding.key.PrivateKey.Form;

/**
 * Private keys from and to DER (RFC 5958, which contains PKCS #8).
 *
 * <pre>
 *   OneAsymmetricKey:  SEQUENCE { version, AlgorithmIdentifier, OCTET STRING privateKey,
 *                                 [0] attributes OPTIONAL, [1] publicKey OPTIONAL }
 *   with two forms:    privateKey is [0] seed | OCTET STRING expanded | SEQUENCE { seed, expanded }
 *   ECPrivateKey:      SEQUENCE { 1, OCTET STRING, [0] curve OPTIONAL, [1] publicKey OPTIONAL }
 * </pre>
 *
 * The public key is there in version 1 (which is called v2) only. Attributes are passed over.
 */
final class PrivateKeyDer {
  private static final int VERSION_WITH_PUBLIC_KEY = 1;
  private static final int CURVE_KEY_VERSION = 1;

  private PrivateKeyDer() {}

  static byte[] encode(PrivateKey key, Form form) {
    byte[] inner =
        switch (key.algorithm().privateForm()) {
          case CHOICE -> encodeChoice(key, form);
          case INNER_OCTETS -> new DerWriter().octetString(key.seed()).toBytes();
          case CURVE -> encodeCurveKey(key);
          default -> key.seed();
        };
    DerWriter content = new DerWriter().integer(0);
    key.algorithm().write(content);
    content.octetString(inner);
    ConstantTime.wipe(inner);
    return new DerWriter().sequence(content).toBytes();
  }

  private static byte[] encodeChoice(PrivateKey key, Form form) {
    DerWriter output = new DerWriter();
    switch (form) {
      case SEED -> output.element(DerTag.context(0), key.seed());
      case EXPANDED -> output.octetString(key.expanded());
      default ->
          output.sequence(new DerWriter().octetString(key.seed()).octetString(key.expanded()));
    }
    return output.toBytes();
  }

  private static byte[] encodeCurveKey(PrivateKey key) {
    DerWriter publicKey = new DerWriter().bitString(key.publicKey().bytes());
    DerWriter content =
        new DerWriter()
            .integer(CURVE_KEY_VERSION)
            .octetString(key.seed())
            .element(DerTag.constructedContext(1), publicKey);
    return new DerWriter().sequence(content).toBytes();
  }

  static PrivateKey decode(byte[] encoded) {
    DerReader content = DerReader.ofWhole(encoded, DerTag.SEQUENCE);
    int version = content.readSmallInteger();
    if (version > VERSION_WITH_PUBLIC_KEY) {
      throw new CryptoException("a private key of an unknown version");
    }
    KeyAlgorithm algorithm = KeyAlgorithm.read(content);
    byte[] inner = content.readContent(DerTag.OCTET_STRING);
    if (content.nextIs(DerTag.constructedContext(0))) {
      content.readElement();
    }
    PublicKey publicKey = null;
    if (version == VERSION_WITH_PUBLIC_KEY && !content.atEnd()) {
      publicKey = new PublicKey(algorithm, implicitBits(content));
    }
    content.requireEnd();
    PrivateKey key =
        switch (algorithm.privateForm()) {
          case CHOICE -> decodeChoice(algorithm, inner, publicKey);
          case INNER_OCTETS -> ofSeed(algorithm, innerOctets(inner));
          case CURVE -> decodeCurveKey(algorithm, inner);
          default -> PrivateKey.ofSeed(algorithm, inner);
        };
    ConstantTime.wipe(inner);
    if (publicKey != null && !publicKey.equals(key.publicKey())) {
      key.wipe();
      throw new CryptoException("the public key is not that of the private key");
    }
    return key;
  }

  private static byte[] implicitBits(DerReader input) {
    byte[] content = input.readContent(DerTag.context(1));
    DerWriter bits = new DerWriter().element(DerTag.BIT_STRING, content);
    return new DerReader(bits.toBytes()).readBitString();
  }

  private static PrivateKey ofSeed(KeyAlgorithm algorithm, byte[] seed) {
    try {
      return PrivateKey.ofSeed(algorithm, seed);
    } finally {
      ConstantTime.wipe(seed);
    }
  }

  private static byte[] innerOctets(byte[] inner) {
    DerReader reader = new DerReader(inner);
    byte[] seed = reader.readContent(DerTag.OCTET_STRING);
    reader.requireEnd();
    return seed;
  }

  private static PrivateKey decodeChoice(KeyAlgorithm algorithm, byte[] inner, PublicKey known) {
    DerReader reader = new DerReader(inner);
    PrivateKey key;
    if (reader.nextIs(DerTag.context(0))) {
      key = ofSeed(algorithm, reader.readContent(DerTag.context(0)));
    } else if (reader.nextIs(DerTag.OCTET_STRING)) {
      byte[] expanded = reader.readContent(DerTag.OCTET_STRING);
      key = PrivateKey.ofExpanded(algorithm, expanded, known);
      ConstantTime.wipe(expanded);
    } else {
      DerReader both = reader.readInner(DerTag.SEQUENCE);
      byte[] seed = both.readContent(DerTag.OCTET_STRING);
      byte[] expanded = both.readContent(DerTag.OCTET_STRING);
      both.requireEnd();
      key = PrivateKey.ofBoth(algorithm, seed, expanded);
      ConstantTime.wipe(seed);
      ConstantTime.wipe(expanded);
    }
    reader.requireEnd();
    return key;
  }

  private static PrivateKey decodeCurveKey(KeyAlgorithm algorithm, byte[] inner) {
    DerReader content = DerReader.ofWhole(inner, DerTag.SEQUENCE);
    if (content.readSmallInteger() != CURVE_KEY_VERSION) {
      throw new CryptoException("a key of an elliptic curve of an unknown version");
    }
    PrivateKey key = ofSeed(algorithm, content.readContent(DerTag.OCTET_STRING));
    if (content.nextIs(DerTag.constructedContext(0))) {
      // The curve again: the AlgorithmIdentifier has named it, and P-256 is the only one.
      content.readElement();
    }
    if (!content.atEnd()) {
      DerReader wrapped = content.readInner(DerTag.constructedContext(1));
      PublicKey publicKey = new PublicKey(algorithm, wrapped.readBitString());
      wrapped.requireEnd();
      if (!publicKey.equals(key.publicKey())) {
        throw new CryptoException("the public key is not that of the private key");
      }
    }
    content.requireEnd();
    return key;
  }
}
