package edgex.keystore;

/** The store refuses, with the reason. */
public final class KeyStoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Refusal refusal;

  KeyStoreException(Refusal refusal, String message) {
    super(message);
    this.refusal = refusal;
  }

  /** The reason. */
  public Refusal refusal() {
    return refusal;
  }
}
