package edgex.host.cli;

/** What {@code ./edgex} exits with when it is not the guest's own status. */
final class ExitStatus {
  /** Something is wrong; the message says what. */
  static final int FAILURE = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The time limit passed; the status of coreutils' timeout. */
  static final int TIMED_OUT = 124;

  /** The guest ended without a status: it panicked, or was reset. */
  static final int GUEST_FAILED = 125;

  private ExitStatus() {}
}
