package edgex.crypto.hpke;

import edgex.crypto.kem.KeyEncapsulation;
import edgex.crypto.kem.XWing;

/** The key encapsulation mechanisms (RFC 9180, section 7.1, and IANA's registry). */
public enum HpkeKem {
  P256_SHA256(0x0010),
  X25519_SHA256(0x0020),
  X_WING(0x647A);

  private final int identifier;

  HpkeKem(int identifier) {
    this.identifier = identifier;
  }

  int identifier() {
    return identifier;
  }

  /** A new mechanism, also to make keys with. */
  public KeyEncapsulation newMechanism() {
    return switch (this) {
      case P256_SHA256 -> DhKem.p256();
      case X25519_SHA256 -> DhKem.x25519();
      case X_WING -> new XWing();
    };
  }
}
