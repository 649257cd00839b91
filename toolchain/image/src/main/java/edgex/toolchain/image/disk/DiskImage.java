package edgex.toolchain.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes disks: a partition table and what is in the partitions. Equal contents give equal bytes.
 */
public final class DiskImage {
  private DiskImage() {}

  /** Makes the code that a BIOS runs from the first sector. */
  public interface BootCode {
    /**
     * The code, at most 440 bytes.
     *
     * @param partitionSectors where each partition starts
     */
    byte[] forPartitions(List<Long> partitionSectors);
  }

  /** Writes a disk that a BIOS does not boot. */
  public static void write(List<Partition> partitions, Path output) throws IOException {
    write(partitions, sectors -> new byte[0], output);
  }

  /**
   * Writes a disk. The file has holes where the disk is zero.
   *
   * @param output is replaced when all is written
   */
  public static void write(List<Partition> partitions, BootCode bootCode, Path output)
      throws IOException {
    PartitionTable table = new PartitionTable(partitions);
    Path unfinished = output.resolveSibling(output.getFileName() + ".new");
    try (FileChannel file =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      List<Long> starts = IntStream.range(0, partitions.size()).mapToObj(table::start).toList();
      put(file, table.protectiveRecord(bootCode.forPartitions(starts)), 0);
      put(file, table.primary(), Volume.SECTOR_BYTES);
      for (int i = 0; i < partitions.size(); i++) {
        partitions.get(i).volume().writeTo(file, table.start(i) * Volume.SECTOR_BYTES);
      }
      byte[] backup = table.backup();
      put(file, backup, table.sectorCount() * Volume.SECTOR_BYTES - backup.length);
    }
    Files.move(unfinished, output, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void put(FileChannel file, byte[] bytes, long offset) throws IOException {
    DiskFiles.writeFully(file, ByteBuffer.wrap(bytes), offset);
  }
}
