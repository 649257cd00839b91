package edgex.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works on packages that dpkg-deb itself builds; nothing is downloaded. */
class DebianPackagesTest {
  @TempDir Path cache;
  @TempDir Path scratch;

  private final List<String> told = new ArrayList<>();

  private void buildPackage(String name, String version, String contents) throws IOException {
    Path root = Files.createDirectories(scratch.resolve(name + version));
    Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
    Files.writeString(
        control,
        """
        Package: %s
        Version: %s
        Architecture: amd64
        Maintainer: Nobody <nobody@example.org>
        Description: for a test
        """
            .formatted(name, version));
    Files.writeString(Files.createDirectories(root.resolve("bin")).resolve("tool"), contents);
    HostTool.DPKG_DEB.run(
        scratch, Duration.ofMinutes(1), List.of("-b", root.toString(), cache.toString()));
  }

  @Test
  void cachedPackageIsUnpackedOnce() throws IOException {
    buildPackage("edgex-test", "1.0", "hello");
    DebianPackages packages = new DebianPackages(cache, told::add);
    Path contents = packages.contents("edgex-test");
    assertEquals("hello", Files.readString(contents.resolve("bin/tool")));
    assertEquals(contents, packages.contents("edgex-test"));
    assertEquals(List.of("unpacking edgex-test_1.0_amd64.deb"), told);
    try (Stream<Path> left = Files.list(cache)) {
      assertEquals(2, left.count(), "the package and its contents, nothing half-made");
    }
  }

  @Test
  void newestOfTheCachedPackagesIsUsed() throws IOException {
    buildPackage("linux-image-6.1.0-9-cloud-amd64", "1", "old");
    buildPackage("linux-image-6.1.0-10-cloud-amd64", "1", "new");
    assertTrue(
        cache
            .resolve("linux-image-6.1.0-9-cloud-amd64_1_amd64.deb")
            .toFile()
            .setLastModified(1_000_000));
    Path contents =
        new DebianPackages(cache, told::add)
            .contentsOfDependency("linux-image-cloud-amd64", "linux-image-[0-9]*-cloud-amd64");
    assertEquals("new", Files.readString(contents.resolve("bin/tool")));
  }

  @Test
  void packageThatIsNoneIsAnErrorAndLeavesNothing() throws IOException {
    Path broken = Files.writeString(cache.resolve("edgex-test_1_amd64.deb"), "not an archive");
    DebianPackages packages = new DebianPackages(cache, told::add);
    PeerException failure =
        assertThrows(PeerException.class, () -> packages.contents("edgex-test"));
    assertTrue(failure.getMessage().contains("dpkg-deb failed"), failure.getMessage());
    try (Stream<Path> left = Files.list(cache)) {
      assertEquals(List.of(broken), left.toList());
    }
  }

  @Test
  void unknownPackageSaysWhatToDo() throws IOException {
    DebianPackages packages = new DebianPackages(cache, told::add);
    PeerException failure =
        assertThrows(PeerException.class, () -> packages.contents("edgex-no-such-package"));
    assertTrue(failure.getMessage().contains("apt-get update"), failure.getMessage());
    assertTrue(failure.getMessage().contains("edgex-no-such-package"), failure.getMessage());
  }

  @Test
  void dependencyIsReadFromAptCache() throws PeerException {
    String output =
        """
        linux-image-cloud-amd64
          Depends: linux-image-6.1.0-56-cloud-amd64
          Conflicts: something
        """;
    assertEquals(
        "linux-image-6.1.0-56-cloud-amd64",
        DebianPackages.dependency(output, "linux-image-cloud-amd64"));
  }

  @Test
  void missingDependencyIsAnError() {
    for (String output : List.of("", "linux-image-cloud-amd64\n", "  Depends: <virtual>\n")) {
      PeerException failure =
          assertThrows(
              PeerException.class,
              () -> DebianPackages.dependency(output, "linux-image-cloud-amd64"));
      assertTrue(failure.getMessage().contains("run apt-get update"), failure.getMessage());
    }
  }
}
