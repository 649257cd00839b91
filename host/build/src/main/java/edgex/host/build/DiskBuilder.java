package edgex.host.build;

import edgex.toolchain.image.disk.DiskImage;
import edgex.toolchain.image.disk.FatVolume;
import edgex.toolchain.image.disk.Partition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the disk that a machine's firmware boots. Its one partition, the EFI system partition, has
 *
 * <pre>
 *  EFI/BOOT/BOOTX64.EFI   the boot loader, under the name that firmware looks for
 *  EDGEX/KERNEL.ELF       the kernel
 *  EDGEX/BOOT.IMG         the boot image
 *  EDGEX/COMMAND.TXT      the kernel's command line
 * </pre>
 */
public final class DiskBuilder {
  /** Where firmware looks on a disk it does not know (UEFI Specification 2.10, 3.5.1.1). */
  private static final Map<String, String> LOADERS =
      Map.of(
          "x86_64", "EFI/BOOT/BOOTX64.EFI",
          "aarch64", "EFI/BOOT/BOOTAA64.EFI",
          "riscv64", "EFI/BOOT/BOOTRISCV64.EFI");

  private DiskBuilder() {}

  /**
   * The files of the disk.
   *
   * @param image the boot image, which may have more files than the one that was built
   * @param commandLine what the kernel is told
   */
  public static SortedMap<String, byte[]> files(
      SystemBuilder builder, BuiltImage built, Path image, String commandLine)
      throws BuildException, InterruptedException {
    Path loader = builder.buildLoader(built);
    try {
      SortedMap<String, byte[]> files = new TreeMap<>();
      files.put(LOADERS.get(built.plan().board().architecture()), Files.readAllBytes(loader));
      files.put("EDGEX/KERNEL.ELF", Files.readAllBytes(built.linkedKernel()));
      files.put("EDGEX/BOOT.IMG", Files.readAllBytes(image));
      files.put("EDGEX/COMMAND.TXT", (commandLine + "\n").getBytes(StandardCharsets.UTF_8));
      return files;
    } catch (IOException cause) {
      throw new BuildException(DiskErrors.explain(cause), cause);
    }
  }

  /** Writes a disk with some files. Equal files give equal bytes. */
  public static void write(SortedMap<String, byte[]> files, Path output) throws BuildException {
    try {
      Partition system =
          new Partition(Partition.Kind.EFI_SYSTEM, "EdgeX boot", new FatVolume(files));
      DiskImage.write(List.of(system), output);
    } catch (IOException cause) {
      throw new BuildException(DiskErrors.explain(cause), cause);
    }
  }
}
