package edgex.crypto.vectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Turns vector files into tests: one a group of cases, and one skipped a reason to skip cases. */
final class VectorFiles {
  private VectorFiles() {}

  /** The content of a JSON file; ACVP sometimes wraps it into an array behind a version. */
  static JsonObject read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonElement root = JsonParser.parseReader(reader);
      return root.isJsonArray()
          ? root.getAsJsonArray().get(root.getAsJsonArray().size() - 1).getAsJsonObject()
          : root.getAsJsonObject();
    }
  }

  /** All cases of a file with test groups. */
  static List<TestCase> cases(JsonObject file) {
    List<TestCase> cases = new ArrayList<>();
    for (JsonElement group : file.getAsJsonArray("testGroups")) {
      for (JsonElement test : group.getAsJsonObject().getAsJsonArray("tests")) {
        cases.add(new TestCase(group.getAsJsonObject(), test.getAsJsonObject()));
      }
    }
    return cases;
  }

  /** The cases of a prompt, with the answers of its results put into group and case. */
  static List<TestCase> joined(JsonObject prompt, JsonObject results) {
    Map<Integer, JsonObject> groups = new TreeMap<>();
    Map<Integer, JsonObject> tests = new TreeMap<>();
    for (TestCase answer : cases(results)) {
      groups.put(answer.group().get("tgId").getAsInt(), answer.group());
      tests.put(answer.number(), answer.test());
    }
    List<TestCase> cases = cases(prompt);
    for (TestCase test : cases) {
      addMissing(test.group(), groups.get(test.group().get("tgId").getAsInt()));
      addMissing(test.test(), tests.get(test.number()));
    }
    return cases;
  }

  private static void addMissing(JsonObject target, JsonObject source) {
    if (source == null) {
      return;
    }
    source.entrySet().stream()
        .filter(field -> !target.has(field.getKey()) && !field.getKey().equals("tests"))
        .forEach(field -> target.add(field.getKey(), field.getValue()));
  }

  /** Tests for the cases: by group, and in each group by reason to skip. */
  static List<DynamicTest> tests(String title, List<TestCase> cases, VectorRunner runner) {
    Map<String, List<TestCase>> parts = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (TestCase test : cases) {
      String reason = runner.reasonToSkip(test);
      String name = title + " " + describe(test.group()) + (reason == null ? "" : ": " + reason);
      parts.computeIfAbsent(name, key -> new ArrayList<>()).add(test);
      reasons.put(name, reason);
    }
    List<DynamicTest> tests = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          String reason = reasons.get(name);
          String display = name + " (" + part.size() + " cases)";
          tests.add(
              reason == null
                  ? DynamicTest.dynamicTest(display, () -> runAll(part, runner))
                  : skipped(display, reason));
        });
    return tests;
  }

  /** A test that is reported as skipped. */
  static DynamicTest skipped(String name, String reason) {
    System.out.println("skipped: " + name);
    return DynamicTest.dynamicTest(name, () -> Assumptions.abort(reason));
  }

  private static void runAll(List<TestCase> cases, VectorRunner runner) {
    for (TestCase test : cases) {
      try {
        runner.run(test);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("case " + test.number() + ": " + failure, failure);
      }
    }
  }

  private static String describe(JsonObject group) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonElement> field : group.entrySet()) {
      JsonElement value = field.getValue();
      if (value.isJsonPrimitive() && value.getAsString().length() <= 24) {
        text.append(text.isEmpty() ? "" : " ").append(field.getKey()).append('=');
        text.append(value.getAsString());
      }
    }
    return "[" + text + "]";
  }

  /** An array as a list of objects. */
  static List<JsonObject> objects(JsonArray array) {
    List<JsonObject> objects = new ArrayList<>();
    array.forEach(element -> objects.add(element.getAsJsonObject()));
    return objects;
  }
}
