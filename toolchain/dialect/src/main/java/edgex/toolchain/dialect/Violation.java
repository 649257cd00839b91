package edgex.toolchain.dialect;

/**
 * One break of a rule.
 *
 * @param file the source file's name
 * @param line 1-based; 0 if the class file does not say
 * @param member the class and member, as {@code edgex.kernel.Pool.take}
 * @param detail what was found
 */
public record Violation(Rule rule, String file, int line, String member, String detail) {
  @Override
  public String toString() {
    return file
        + ":"
        + line
        + ": "
        + rule.id()
        + ": "
        + detail
        + " in "
        + member
        + " ("
        + rule.hint()
        + ")";
  }
}
