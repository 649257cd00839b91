package edgex.manifest;

/** When a component is started. */
public enum Start {
  /** By the supervisor, in the order of the manifest, before the first command. */
  BOOT("boot"),

  /** Each time one of its commands is run; never by itself. */
  COMMAND("command");

  private final String word;

  Start(String word) {
    this.word = word;
  }

  /** How the manifest spells it. */
  public String word() {
    return word;
  }

  /** The value that the manifest spells so, or null. */
  public static Start ofWord(String word) {
    for (Start start : values()) {
      if (start.word.equals(word)) {
        return start;
      }
    }
    return null;
  }
}
