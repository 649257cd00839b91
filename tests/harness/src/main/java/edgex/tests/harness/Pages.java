package edgex.tests.harness;

import edgex.abi.MessagePage;

/** Sizes in pages. */
public final class Pages {
  /** Size of a page. */
  public static final int BYTES = MessagePage.SIZE_BYTES;

  private Pages() {}

  /** A size rounded up to whole pages. */
  public static long round(long sizeBytes) {
    return (sizeBytes + BYTES - 1) & -BYTES;
  }
}
