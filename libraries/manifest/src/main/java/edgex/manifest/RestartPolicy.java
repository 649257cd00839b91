package edgex.manifest;

/** What the supervisor does when a component has ended. */
public enum RestartPolicy {
  /** Nothing: it stays ended. */
  NEVER("never"),

  /** Starts it again if it faulted or exited with a status other than 0. */
  ON_FAULT("on-fault"),

  /** Starts it again however it ended. */
  ALWAYS("always");

  private final String word;

  RestartPolicy(String word) {
    this.word = word;
  }

  /** How the manifest spells it. */
  public String word() {
    return word;
  }

  /** The value that the manifest spells so, or null. */
  public static RestartPolicy ofWord(String word) {
    for (RestartPolicy policy : values()) {
      if (policy.word.equals(word)) {
        return policy;
      }
    }
    return null;
  }
}
