package edgex.abi.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages in {@code docs/reference} are what the annotation processor writes from the
 * declarations of this module, so that each change of the ABI shows in review. {@code mvn -o -pl
 * abi -am test -Dedgex.golden=write} rewrites them.
 */
final class ReferencePagesTest {
  private static final String PAGE_SUFFIX = ".md";
  private static final Path GENERATED = Path.of("target", "classes", "reference");
  private static final Path COMMITTED = Path.of("..", "docs", "reference");
  private static final String ADVICE =
      "docs/reference is out of date; after reading what changed run:"
          + " mvn -o -pl abi -am test -Dedgex.golden=write";

  @Test
  void committedPagesEqualTheGeneratedOnes() throws IOException {
    Map<String, String> generated = pages(GENERATED);
    assertFalse(generated.isEmpty(), "the annotation processor has written no page");
    if ("write".equals(System.getProperty("edgex.golden"))) {
      replace(generated);
    }
    Map<String, String> committed = pages(COMMITTED);
    assertEquals(generated.keySet(), committed.keySet(), ADVICE);
    for (Map.Entry<String, String> page : generated.entrySet()) {
      assertEquals(page.getValue(), committed.get(page.getKey()), page.getKey() + ": " + ADVICE);
    }
  }

  private static void replace(Map<String, String> generated) throws IOException {
    Files.createDirectories(COMMITTED);
    for (String name : pages(COMMITTED).keySet()) {
      Files.delete(COMMITTED.resolve(name));
    }
    for (Map.Entry<String, String> page : generated.entrySet()) {
      Files.writeString(COMMITTED.resolve(page.getKey()), page.getValue());
    }
  }

  private static Map<String, String> pages(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(PAGE_SUFFIX)) {
          pages.put(name, Files.readString(file));
        }
      }
    }
    return pages;
  }
}
