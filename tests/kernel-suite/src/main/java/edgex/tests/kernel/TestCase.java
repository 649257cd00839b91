package edgex.tests.kernel;

/**
 * One case.
 *
 * @param name a sentence that says what the kernel does
 * @param body tries it out
 */
record TestCase(String name, Body body) {
  /** What a case does; it fails by any exception. */
  interface Body {
    /** Runs with a scope whose content is given back afterwards. */
    void run(Scope scope);
  }
}
