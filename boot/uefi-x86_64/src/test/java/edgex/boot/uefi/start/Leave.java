package edgex.boot.uefi.start;

/** The JVM's twin of the way out: notes what the kernel would get. */
final class Leave {
  static final long CODE = 0x1000;
  static final int CODE_BYTES = 100;

  private Leave() {}

  /** The kernel was entered. */
  static final class Entered extends RuntimeException {
    private static final long serialVersionUID = 1;

    final long code;
    final long entry;
    final long staged;
    final long place;
    final long sizeBytes;
    final long information;

    Entered(long code, long entry, long staged, long place, long sizeBytes, long information) {
      this.code = code;
      this.entry = entry;
      this.staged = staged;
      this.place = place;
      this.sizeBytes = sizeBytes;
      this.information = information;
    }
  }

  static long code() {
    return CODE;
  }

  static long codeBytes() {
    return CODE_BYTES;
  }

  @SuppressWarnings("DoNotCallSuggester") // the real one does not return either
  static void enter(
      long code, long entry, long staged, long place, long sizeBytes, long information) {
    throw new Entered(code, entry, staged, place, sizeBytes, information);
  }
}
