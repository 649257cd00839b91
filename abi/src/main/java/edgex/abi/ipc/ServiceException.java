package edgex.abi.ipc;

/**
 * An operation failed. Codes: negative: the kernel's error; 1 to 15: {@link ServiceErrors}; from 16
 * up: the service's own errors.
 */
public final class ServiceException extends Exception {
  private static final long serialVersionUID = 1;

  private final int code;

  /**
   * A failure with a code.
   *
   * @param code any but 0, which means success in a reply
   */
  public ServiceException(int code) {
    super("service error " + code);
    if (code == ServiceErrors.NONE) {
      throw new IllegalArgumentException("0 is not an error");
    }
    this.code = code;
  }

  /** The code. */
  public int code() {
    return code;
  }
}
