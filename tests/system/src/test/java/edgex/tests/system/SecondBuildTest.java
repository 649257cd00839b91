package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.host.build.BuiltImage;
import edgex.host.build.DiskBuilder;
import edgex.host.build.Progress;
import edgex.host.build.SystemBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who has built once can build everything again, elsewhere and without a network, and gets the same
 * bytes.
 */
@Tag("qemu")
@Tag("build")
class SecondBuildTest {
  @TempDir Path folder;

  @Test
  void theSameSourcesElsewhereGiveTheSameImageWithoutANetwork() throws Exception {
    BuiltImage first = Repository.image();
    RepositoryCopy copy = RepositoryCopy.create(folder);
    Command build = copy.bash("./edgex image");
    assertEquals(0, build.status(), build.toString());

    // The parts first: they tell where a difference comes from.
    Map<String, Path> parts = new TreeMap<>(first.programs());
    parts.put("kernel", first.kernel());
    parts.put("image", first.image());
    Map<String, Long> differences = new TreeMap<>();
    for (Map.Entry<String, Path> part : parts.entrySet()) {
      Path second = copy.root().resolve(Repository.ROOT.relativize(part.getValue()));
      long difference = Files.mismatch(part.getValue(), second);
      if (difference >= 0) {
        differences.put(part.getKey(), difference);
      }
    }
    assertEquals(Map.of(), differences, "first differing byte of each");
    Path disk = folder.resolve("disk.img");
    SystemBuilder builder = new SystemBuilder(Repository.ROOT, new Progress(System.err));
    DiskBuilder.write(DiskBuilder.files(builder, first, first.image(), "image=default"), disk);
    Path secondDisk = copy.root().resolve("build/x86_64/default-disk.img");
    assertEquals(-1, Files.mismatch(disk, secondDisk), "first differing byte of the disks");
    assertEquals(3, build.output().lines().count(), build.output());
  }
}
