package edgex.runtime.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import edgex.abi.service.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class MountTableTest {
  private final Files root = new FakeFiles();
  private final Files temporary = new FakeFiles();
  private final Files nested = new FakeFiles();

  private final MountTable mounts =
      new MountTable(
          List.of(
              new MountTable.Mount("/tmp", temporary),
              new MountTable.Mount("", root),
              new MountTable.Mount("/tmp/deep/nested", nested)));

  private void assertPlace(String path, Files files, String inside) {
    MountTable.Place place = mounts.find(path);
    assertSame(files, place.files(), path);
    assertEquals(inside, place.path(), path);
  }

  @Test
  void theLongestPrefixServes() {
    assertPlace("/", root, "");
    assertPlace("/a/b", root, "a/b");
    assertPlace("/tmp", temporary, "");
    assertPlace("/tmp/x", temporary, "x");
    assertPlace("/tmp/deep", temporary, "deep");
    assertPlace("/tmp/deep/nested", nested, "");
    assertPlace("/tmp/deep/nested/y/z", nested, "y/z");
  }

  @Test
  void aPrefixEndsAtASlash() {
    assertPlace("/tmpfile", root, "tmpfile");
    assertPlace("/tmp/deep/nestedness", temporary, "deep/nestedness");
  }

  @Test
  void mountPointsShowInTheirDirectory() {
    assertEquals(List.of("tmp"), mounts.mountsIn("/"));
    assertEquals(List.of("nested"), mounts.mountsIn("/tmp/deep"));
    assertEquals(List.of(), mounts.mountsIn("/tmp"));
  }

  @Test
  void withoutAServiceThereIsNoPlace() {
    MountTable partial = new MountTable(List.of(new MountTable.Mount("/tmp", temporary)));
    assertNull(partial.find("/"));
    assertNull(partial.find("/a"));
  }
}
