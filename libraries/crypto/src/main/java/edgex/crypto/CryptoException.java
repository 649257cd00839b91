package edgex.crypto;

/** Data from outside (a key, a ciphertext, a state) that an algorithm must refuse. */
public final class CryptoException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what was refused and why; never contains secret bytes. */
  public CryptoException(String message) {
    super(message);
  }
}
