package edgex.keystore;

/**
 * Who may do what with a key, until when and how often. Starts strict: {@link #ownedBy} allows
 * nothing, each further call allows more or limits.
 */
public final class KeyPolicy {
  /** No limit of uses. */
  public static final int UNLIMITED = -1;

  private final long owner;
  private final int purposes;
  private final long lastSecond;
  private final int uses;

  KeyPolicy(long owner, int purposes, long lastSecond, int uses) {
    this.owner = owner;
    this.purposes = purposes;
    this.lastSecond = lastSecond;
    this.uses = uses;
  }

  /** A key of the client with a badge, and of nobody else. */
  public static KeyPolicy ownedBy(long badge) {
    return new KeyPolicy(badge, 0, Long.MAX_VALUE, UNLIMITED);
  }

  /** Allows some purposes more. */
  public KeyPolicy allowing(KeyPurpose... more) {
    int bits = purposes;
    for (KeyPurpose purpose : more) {
      bits |= purpose.bit();
    }
    return new KeyPolicy(owner, bits, lastSecond, uses);
  }

  /** Lets the key expire after a second since 1970. */
  public KeyPolicy until(long epochSeconds) {
    return new KeyPolicy(owner, purposes, epochSeconds, uses);
  }

  /** Limits how often the key may be used. */
  public KeyPolicy atMost(int times) {
    if (times < 0) {
      throw new IllegalArgumentException("a key cannot be used " + times + " times");
    }
    return new KeyPolicy(owner, purposes, lastSecond, times);
  }

  KeyPolicy afterUse() {
    return uses == UNLIMITED ? this : new KeyPolicy(owner, purposes, lastSecond, uses - 1);
  }

  /** The badge of the owner. */
  public long owner() {
    return owner;
  }

  /** Whether a purpose is allowed. */
  public boolean allows(KeyPurpose purpose) {
    return (purposes & purpose.bit()) != 0;
  }

  int purposes() {
    return purposes;
  }

  /** The last second, since 1970, at which the key may be used. */
  public long lastSecond() {
    return lastSecond;
  }

  /** How often it may still be used, or {@link #UNLIMITED}. */
  public int usesLeft() {
    return uses;
  }
}
