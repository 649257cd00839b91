package edgex.keystore;

/** What a key may be used for. The numbers are bits in stored policies. */
public enum KeyPurpose {
  SIGN(1),
  DECAPSULATE(2),
  SEAL(4),
  DERIVE(8),
  /** To wrap other keys with. */
  WRAP(16),
  /** To be wrapped with another key, and so leave the store in that form. */
  EXPORT(32);

  private final int bit;

  KeyPurpose(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }
}
