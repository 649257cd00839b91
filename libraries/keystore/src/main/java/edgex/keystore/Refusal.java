package edgex.keystore;

/** Why the store refuses; the numbers are those of audit lines and must stay. */
public enum Refusal {
  /** There is no such key, or it is another client's: a client is not told which. */
  NO_SUCH_KEY(1),
  /** The key's policy does not allow this. */
  NOT_ALLOWED(2),
  /** The key is too old, or was used as often as it may. */
  EXPIRED(3),
  /** The table of algorithms does not allow this, or the algorithm does not do it. */
  ALGORITHM(4),
  /** What came from outside is not authentic or malformed. */
  MALFORMED(5),
  /** There is no room for more keys. */
  FULL(6),
  /** The stored state is damaged or was put back: nothing works until somebody decides. */
  STATE(7);

  private final int number;

  Refusal(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
