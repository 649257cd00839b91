package edgex.abi.ipc;

/** Errors of the service that the tests declare. */
public final class ShelfErrors {
  /** No item has this name. */
  public static final int NO_SUCH_ITEM = 16;

  /** The item exists already. */
  public static final int ALREADY_THERE = 17;

  private ShelfErrors() {}
}
