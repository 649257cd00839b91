package edgex.toolchain.image.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partition tables and FAT volumes as sgdisk, fsck.fat and mtools see them. */
class DiskImageTest {
  private static final long FIRST_PARTITION_BYTES = 1 << 20;

  @TempDir Path folder;

  private String run(int status, String... words) throws Exception {
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(status, process.waitFor(), String.join(" ", words) + "\n" + output);
    return output;
  }

  private static byte[] random(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static SortedMap<String, byte[]> files() {
    return new TreeMap<>(
        Map.of(
            "EFI/BOOT/BOOTX64.EFI", random(1, 30_000),
            "EFI/BOOT/BOOTRISCV64.EFI", random(2, 512),
            "EFI/BOOT/bootriscv-other.efi", random(3, 513),
            "EDGEX/BOOT.IMG", random(4, 3_000_000),
            "EDGEX/EMPTY.TXT", new byte[0],
            "TOP.TXT", random(5, 1)));
  }

  private Path write(String name, SortedMap<String, byte[]> files) throws Exception {
    Path disk = folder.resolve(name);
    Partition system = new Partition(Partition.Kind.EFI_SYSTEM, "EdgeX boot", new FatVolume(files));
    Partition loader =
        new Partition(Partition.Kind.BIOS_BOOT, "GRUB", new BlobVolume(random(6, 40_001)));
    DiskImage.write(List.of(system, loader), disk);
    return disk;
  }

  @Test
  void sgdiskFindsNoProblemAndBothPartitions() throws Exception {
    write("disk.img", files());
    String report = run(0, "/usr/sbin/sgdisk", "-v", "disk.img");
    assertTrue(report.contains("No problems found"), report);
    String table = run(0, "/usr/sbin/sgdisk", "-p", "disk.img");
    assertTrue(table.matches("(?s).* 1 +2048 +\\d+ .* EF00 +EdgeX boot\n.*"), table);
    assertTrue(table.matches("(?s).* 2 +\\d+ +\\d+ .* EF02 +GRUB\n.*"), table);
  }

  /** The oracle would see a wrong byte in either copy of the table. */
  @Test
  void sgdiskSeesDamageInBothCopies() throws Exception {
    Path disk = write("disk.img", files());
    long size = Files.size(disk);
    for (long place : new long[] {512 + 56, 1024 + 32, size - 512 + 56, size - 33 * 512 + 32}) {
      try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
        file.seek(place);
        int old = file.read();
        file.seek(place);
        file.write(old ^ 1);
        String report = run(0, "sh", "-c", "/usr/sbin/sgdisk -v disk.img || true");
        assertTrue(report.contains("ERROR"), place + "\n" + report);
        file.seek(place);
        file.write(old);
      }
    }
  }

  @Test
  void everyFileIsReadBackAndTheVolumeIsSound() throws Exception {
    write("disk.img", files());
    String volume = "disk.img@@" + FIRST_PARTITION_BYTES;
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      run(0, "mcopy", "-n", "-i", volume, "::/" + file.getKey(), "back");
      assertArrayEquals(file.getValue(), Files.readAllBytes(folder.resolve("back")), file.getKey());
      Files.delete(folder.resolve("back"));
    }
    extractFirstPartition();
    String report = run(0, "/usr/sbin/fsck.fat", "-n", "-v", "volume.img");
    assertTrue(report.contains("FAT32") || report.contains("32 bit"), report);
    assertTrue(!report.contains("differ") && !report.contains("wrong"), report);
  }

  @Test
  void namesThatAreLongKeepTheirCase() throws Exception {
    write("disk.img", files());
    String volume = "disk.img@@" + FIRST_PARTITION_BYTES;
    String listing = run(0, "mdir", "-i", volume, "::/EFI/BOOT");
    assertTrue(listing.matches("(?s).*BOOTRI~1 EFI .*BOOTRISCV64.EFI.*"), listing);
    assertTrue(listing.matches("(?s).*BOOTRI~2 EFI .*bootriscv-other.efi.*"), listing);
    assertTrue(listing.matches("(?s).*BOOTX64 +EFI +30000 2026-01-01.*"), listing);
  }

  /** mtools may write a file of its own: free clusters are where the table says. */
  @Test
  void theVolumeCanBeWrittenTo() throws Exception {
    write("disk.img", files());
    Files.write(folder.resolve("own.txt"), random(7, 700_000));
    String volume = "disk.img@@" + FIRST_PARTITION_BYTES;
    run(0, "mcopy", "-i", volume, "own.txt", "::/EDGEX/OWN.TXT");
    run(0, "mcopy", "-n", "-i", volume, "::/EDGEX/OWN.TXT", "back");
    assertArrayEquals(random(7, 700_000), Files.readAllBytes(folder.resolve("back")));
    extractFirstPartition();
    run(0, "/usr/sbin/fsck.fat", "-n", "volume.img");
  }

  @Test
  void equalContentGivesEqualBytesAndOtherContentOtherIdentifiers() throws Exception {
    Path first = write("first.img", files());
    Path second = write("second.img", files());
    assertEquals(-1, Files.mismatch(first, second));
    SortedMap<String, byte[]> changed = files();
    changed.put("TOP.TXT", random(8, 1));
    write("third.img", changed);
    assertTrue(!identifier("first.img").equals(identifier("third.img")));
  }

  private String identifier(String disk) throws Exception {
    Matcher matcher =
        Pattern.compile("Disk identifier \\(GUID\\): (\\S+)")
            .matcher(run(0, "/usr/sbin/sgdisk", "-p", disk));
    assertTrue(matcher.find());
    return matcher.group(1);
  }

  @Test
  void largeVolumesHaveLargeClusters() throws Exception {
    SortedMap<String, byte[]> files = new TreeMap<>(Map.of("LARGE.BIN", new byte[300 << 20]));
    FatVolume volume = new FatVolume(files);
    DiskImage.write(
        List.of(new Partition(Partition.Kind.EFI_SYSTEM, "large", volume)),
        folder.resolve("disk.img"));
    extractFirstPartition();
    String report = run(0, "/usr/sbin/fsck.fat", "-n", "-v", "volume.img");
    assertTrue(report.contains("4096 bytes per cluster"), report);
  }

  @Test
  void badNamesAreRefused() {
    for (String name : List.of("a:b", "", "A/", "x".repeat(256), "dot.", "tab\t", "umlaut\u00e4")) {
      SortedMap<String, byte[]> files = new TreeMap<>(Map.of(name, new byte[1]));
      assertThrows(IllegalArgumentException.class, () -> new FatVolume(files), name);
    }
  }

  private void extractFirstPartition() throws Exception {
    String table = run(0, "/usr/sbin/sgdisk", "-i", "1", "disk.img");
    Matcher size = Pattern.compile("Partition size: (\\d+) sectors").matcher(table);
    assertTrue(size.find(), table);
    run(
        0,
        "dd",
        "if=disk.img",
        "of=volume.img",
        "bs=512",
        "skip=2048",
        "count=" + size.group(1),
        "conv=sparse",
        "status=none");
  }
}
