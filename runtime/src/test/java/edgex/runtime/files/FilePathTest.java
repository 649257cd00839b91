package edgex.runtime.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePathTest {
  @ParameterizedTest
  @CsvSource({
    "'', /",
    "/, /",
    "//, /",
    "a, /a",
    "/a/b/, /a/b",
    "/a//b, /a/b",
    "/a/./b, /a/b",
    "./a, /a",
    "/a/../b, /b",
    "/a/b/../.., /",
    "/../../a, /a",
    "/a/..., /a/...",
    "/.a/b.., /.a/b..",
  })
  void pathsAreNormalized(String path, String expected) {
    assertEquals(expected, FilePath.normalize(path));
    assertEquals(expected, FilePath.normalize(expected));
  }

  @ParameterizedTest
  @CsvSource({"/, a, /a, a", "/a, b, /a/b, b", "/a, .., /, ''", "/a, ., /a, a"})
  void childAndNameBelongTogether(String directory, String name, String child, String last) {
    assertEquals(child, FilePath.child(directory, name));
    assertEquals(last, FilePath.name(child));
  }
}
