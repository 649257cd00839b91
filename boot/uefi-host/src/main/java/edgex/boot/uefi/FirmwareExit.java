package edgex.boot.uefi;

/** The loader went back to the firmware; the message is all that it showed. */
public final class FirmwareExit extends RuntimeException {
  private static final long serialVersionUID = 1;

  FirmwareExit(String shown) {
    super(shown);
  }
}
