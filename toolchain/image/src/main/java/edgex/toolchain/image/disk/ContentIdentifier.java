package edgex.toolchain.image.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Identifiers that disks must have, made from what they identify: equal content has equal ones, so
 * that two builds give the same bytes.
 */
final class ContentIdentifier {
  /** RFC 9562, section 5.8: a version for bits of one's own making. */
  private static final long VERSION_8 = 0x8000L;

  private static final long VERSION_MASK = 0xf000L;
  private static final long VARIANT = 1L << 63;
  private static final long VARIANT_MASK = 3L << 62;

  private final MessageDigest digest;

  /**
   * Starts an identifier.
   *
   * @param purpose tells apart what else would be equal
   */
  ContentIdentifier(String purpose) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
    add(purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds content, with its length: "ab", "c" is not "a", "bc". */
  ContentIdentifier add(byte[] content) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(content.length).flip());
    digest.update(content);
    return this;
  }

  /** Adds text. */
  ContentIdentifier add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The identifier as a UUID. */
  UUID uuid() {
    ByteBuffer bits = ByteBuffer.wrap(digest.digest());
    return new UUID(
        (bits.getLong() & ~VERSION_MASK) | VERSION_8, (bits.getLong() & ~VARIANT_MASK) | VARIANT);
  }

  /** The identifier as a number. */
  int number() {
    return ByteBuffer.wrap(digest.digest()).getInt();
  }
}
