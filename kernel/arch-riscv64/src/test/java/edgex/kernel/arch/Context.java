package edgex.kernel.arch;

/** A thread's state as far as {@link Fpu} knows it. */
final class Context {
  private final long floatingPointArea;

  Context(long floatingPointArea) {
    this.floatingPointArea = floatingPointArea;
  }

  long floatingPointArea() {
    return floatingPointArea;
  }
}
