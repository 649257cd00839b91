package edgex.crypto.vectors;

/** Runs the cases of one algorithm. */
interface VectorRunner {
  /** Why a case cannot run, for the report; null if it can. */
  default String reasonToSkip(TestCase test) {
    return null;
  }

  /** Fails if we and the vector disagree. */
  void run(TestCase test);

  /** Cases that only the long run takes. */
  static String onlyInLongRun(String what) {
    return Boolean.getBoolean("edgex.long") ? null : what + ": only with -Dedgex.long=true";
  }
}
