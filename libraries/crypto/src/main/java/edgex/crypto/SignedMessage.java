package edgex.crypto;

/**
 * What is put in front of a message before it is signed (FIPS 204, algorithms 2 and 4; FIPS 205,
 * algorithms 22 and 23), so that pure and pre-hash signatures and different contexts never mix:
 *
 * <pre>
 *   pure:      0 | length of context | context | message
 *   pre-hash:  1 | length of context | context | object identifier of the hash | digest
 * </pre>
 */
public final class SignedMessage {
  /** The longest context. */
  public static final int MAXIMUM_CONTEXT_BYTES = 255;

  /** DER of 2.16.840.1.101.3.4.2.x without its last byte. */
  private static final byte[] HASH_IDENTIFIER = {
    0x06, 0x09, 0x60, (byte) 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02
  };

  private SignedMessage() {}

  /** The prefix of a pure signature's message. */
  public static byte[] purePrefix(byte[] context) {
    return prefix(0, context, 0);
  }

  /** The prefix of a pre-hash signature's digest. */
  public static byte[] preHashPrefix(byte[] context, HashAlgorithm hash) {
    byte[] prefix = prefix(1, context, HASH_IDENTIFIER.length + 1);
    int at = prefix.length - HASH_IDENTIFIER.length - 1;
    System.arraycopy(HASH_IDENTIFIER, 0, prefix, at, HASH_IDENTIFIER.length);
    prefix[prefix.length - 1] = (byte) hash.identifier();
    return prefix;
  }

  private static byte[] prefix(int domain, byte[] context, int moreBytes) {
    if (context.length > MAXIMUM_CONTEXT_BYTES) {
      throw new CryptoException(
          "context of " + context.length + " bytes, at most " + MAXIMUM_CONTEXT_BYTES);
    }
    byte[] prefix = new byte[2 + context.length + moreBytes];
    prefix[0] = (byte) domain;
    prefix[1] = (byte) context.length;
    System.arraycopy(context, 0, prefix, 2, context.length);
    return prefix;
  }
}
