package edgex.tests.kernel;

/** The kernel did not do what a case expects of it; the message tells both. */
final class CaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  CaseFailure(String message) {
    super(message);
  }
}
