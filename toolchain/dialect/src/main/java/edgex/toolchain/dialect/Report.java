package edgex.toolchain.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** Collects violations, except those that a {@code @DialectException} allows. */
final class Report {
  private final List<Violation> violations = new ArrayList<>();
  private final Set<AnnotationNode> used = new HashSet<>();

  /** Reports a violation in a class, at a member that may have exceptions of its own. */
  void add(Rule rule, Place place, String detail) {
    for (AnnotationNode exception : place.exceptions()) {
      if (Annotations.text(exception, "rule").equals(rule.id())) {
        used.add(exception);
        return;
      }
    }
    violations.add(
        new Violation(rule, place.owner().sourceFile, place.line(), place.name(), detail));
  }

  /** Reports an exception that is malformed or, after all checks, allowed nothing. */
  void checkException(AnnotationNode exception, Place place) {
    String id = Annotations.text(exception, "rule");
    if (Rule.ofId(id).isEmpty()) {
      violations.add(violation(place, "there is no rule \"" + id + "\""));
    } else if (Annotations.text(exception, "reason").isBlank()) {
      violations.add(violation(place, "exception without a reason"));
    } else if (!used.contains(exception)) {
      violations.add(violation(place, "unused exception from \"" + id + "\""));
    }
  }

  private static Violation violation(Place place, String detail) {
    return new Violation(
        Rule.ANNOTATION, place.owner().sourceFile, place.line(), place.name(), detail);
  }

  /** All violations by file and line. */
  List<Violation> sorted() {
    return violations.stream()
        .sorted(Comparator.comparing(Violation::file).thenComparingInt(Violation::line))
        .toList();
  }

  /** Where something was found, and which exceptions hold there. */
  record Place(ClassNode owner, String name, int line, List<AnnotationNode> exceptions) {
    Place at(int newLine) {
      return new Place(owner, name, newLine, exceptions);
    }
  }
}
