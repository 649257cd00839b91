package edgex.crypto.policy;

/** What an algorithm does, with CycloneDX's word for it (algorithmProperties, primitive). */
public enum Purpose {
  SIGNATURE("signature"),
  KEY_ENCAPSULATION("kem"),
  KEY_AGREEMENT("key-agree"),
  HASH("hash"),
  EXTENDABLE_OUTPUT("xof"),
  AUTHENTICATED_CIPHER("ae"),
  SECTOR_CIPHER("block-cipher"),
  AUTHENTICATION_CODE("mac"),
  KEY_DERIVATION("kdf"),
  RANDOM("drbg");

  private final String primitive;

  Purpose(String primitive) {
    this.primitive = primitive;
  }

  String primitive() {
    return primitive;
  }
}
