package edgex.manifest;

/** A manifest that cannot be used; the message says where and why. */
public final class ManifestException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates a failure whose message is shown as it stands. */
  public ManifestException(String message) {
    super(message);
  }
}
