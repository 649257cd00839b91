package sample.abi;

/** Errors. */
public final class Errors {
  public static final int INVALID_HANDLE = -1;
  public static final int INVALID_ADDRESS = -2;
  public static final int UNKNOWN_CALL = -3;

  private Errors() {}
}
