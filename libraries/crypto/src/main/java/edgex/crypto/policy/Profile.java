package edgex.crypto.policy;

import edgex.crypto.CryptoException;

/** The switch between rules. */
public enum Profile {
  /** What the table says. */
  DEFAULT("default"),
  /** Only what CNSA 2.0 has: ML-KEM-1024, ML-DSA-87, LMS and XMSS, AES-256, SHA-384 and SHA-512. */
  CNSA_2_0("cnsa-2.0");

  private final String label;

  Profile(String label) {
    this.label = label;
  }

  /** The word in configurations. */
  public String label() {
    return label;
  }

  /**
   * The profile of a word.
   *
   * @throws CryptoException if there is none
   */
  public static Profile labelled(String label) {
    for (Profile profile : values()) {
      if (profile.label.equals(label)) {
        return profile;
      }
    }
    throw new CryptoException("there is no profile " + label + ": default or cnsa-2.0");
  }
}
