package edgex.boot.uefi.start;

/** The JVM's twin of the processor: notes what the kernel would get. */
final class Processor {
  static final int MACHINE = 183;

  /** What the firmware says. */
  static long number = 5;

  private Processor() {}

  /** The kernel was entered. */
  static final class Entered extends RuntimeException {
    private static final long serialVersionUID = 1;

    final long entry;
    final long kernel;
    final long sizeBytes;
    final long tree;
    final long treeBytes;
    final long number;

    Entered(long entry, long kernel, long sizeBytes, long tree, long treeBytes, long number) {
      this.entry = entry;
      this.kernel = kernel;
      this.sizeBytes = sizeBytes;
      this.tree = tree;
      this.treeBytes = treeBytes;
      this.number = number;
    }
  }

  static int machine() {
    return MACHINE;
  }

  static long number() {
    return number;
  }

  @SuppressWarnings("DoNotCallSuggester") // the real one does not return either
  static void enter(
      long entry, long kernel, long sizeBytes, long tree, long treeBytes, long number) {
    throw new Entered(entry, kernel, sizeBytes, tree, treeBytes, number);
  }
}
