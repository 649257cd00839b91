package edgex.tests.kernel;

import java.util.ArrayList;
import java.util.List;

/** The cases of the suite, in order. */
final class CaseList {
  private final List<TestCase> cases = new ArrayList<>();

  /** Adds a case. */
  void add(String name, TestCase.Body body) {
    cases.add(new TestCase(name, body));
  }

  /** All cases. */
  List<TestCase> all() {
    return cases;
  }
}
