package edgex.kernel.arch;

/** Where the kernel was called from. */
public final class Backtrace {
  private Backtrace() {}

  /** Prints the return addresses on the kernel stack, with names where there are symbols. */
  public static native void print();
}
