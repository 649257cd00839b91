package edgex.toolchain.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A FAT32 volume with some files (Microsoft FAT specification 1.03; UEFI Specification 2.10, 13.3):
 *
 * <pre>
 *  sector  0  parameters        6  parameters once more
 *          1  free space        7  free space once more
 *         32  allocation table, twice: for each cluster the next one of its file
 *        ...  clusters 2, 3, ...: directories and files, each without gaps
 * </pre>
 */
public final class FatVolume implements Volume {
  private static final String LABEL = "EDGEX";
  private static final int RESERVED_SECTORS = 32;
  private static final int TABLES = 2;
  private static final int TABLE_ENTRY_BYTES = 4;
  private static final int FIRST_CLUSTER = 2;
  private static final int ROOT_CLUSTER = FIRST_CLUSTER;

  /** A volume with fewer than 65525 clusters is FAT16 by definition; some tools err by 16. */
  private static final int MINIMUM_CLUSTERS = 65525 + 16;

  /** Space for the user's own files. */
  private static final long SPARE_BYTES = 1 << 20;

  /** From this size on clusters have 4 KiB, so that the table stays short. */
  private static final long LARGE_BYTES = 256L << 20;

  private static final int LARGE_CLUSTER_SECTORS = 8;

  private static final int END_OF_FILE = 0x0fff_ffff;
  private static final int MEDIA = 0xf8;
  private static final int MEDIA_ENTRY = 0x0fff_ff00 | MEDIA;

  private final UUID identifier;
  private final int serialNumber;
  private final int clusterSectors;
  private final int clusterCount;
  private final int tableSectors;

  /** For each content its first cluster. */
  private final Map<Integer, byte[]> contents = new LinkedHashMap<>();

  private final int firstFreeCluster;

  /**
   * Lays out a volume.
   *
   * @param files content by path, with slashes; names that do not fit into eight and three capitals
   *     keep their case in a long name
   */
  public FatVolume(SortedMap<String, byte[]> files) {
    ContentIdentifier hash = new ContentIdentifier("volume");
    long fileBytes = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      hash.add(file.getKey()).add(file.getValue());
      fileBytes += file.getValue().length;
    }
    identifier = hash.uuid();
    serialNumber = (int) identifier.getMostSignificantBits();
    clusterSectors = fileBytes < LARGE_BYTES ? 1 : LARGE_CLUSTER_SECTORS;
    Layout layout = new Layout();
    FatDirectory root = tree(files);
    root.layOut(layout, layout.allocate(root.sizeBytes()), LABEL);
    firstFreeCluster = layout.next;
    long wanted = firstFreeCluster + SPARE_BYTES / clusterBytes();
    clusterCount = Math.toIntExact(Math.max(wanted, MINIMUM_CLUSTERS));
    int tableBytes = (clusterCount + FIRST_CLUSTER) * TABLE_ENTRY_BYTES;
    tableSectors = (tableBytes + SECTOR_BYTES - 1) / SECTOR_BYTES;
  }

  private static FatDirectory tree(SortedMap<String, byte[]> files) {
    FatDirectory root = new FatDirectory(FatDirectory.NO_PARENT);
    Map<String, FatDirectory> directories = new HashMap<>();
    directories.put("", root);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String path = file.getKey();
      int slash = path.lastIndexOf('/');
      FatDirectory directory = directory(directories, path.substring(0, Math.max(slash, 0)));
      directory.addFile(path.substring(slash + 1), file.getValue());
    }
    return root;
  }

  private static FatDirectory directory(Map<String, FatDirectory> directories, String path) {
    FatDirectory known = directories.get(path);
    if (known != null) {
      return known;
    }
    int slash = path.lastIndexOf('/');
    FatDirectory parent = directory(directories, path.substring(0, Math.max(slash, 0)));
    FatDirectory made = parent.addDirectory(path.substring(slash + 1));
    directories.put(path, made);
    return made;
  }

  /** Gives each content the next clusters. */
  private final class Layout implements FatDirectory.Allocator {
    private int next = FIRST_CLUSTER;

    @Override
    public int allocate(int sizeBytes) {
      int first = sizeBytes == 0 ? 0 : next;
      next = Math.toIntExact(next + clusters(sizeBytes));
      return first;
    }

    @Override
    public void fill(int cluster, byte[] content) {
      contents.put(cluster, content);
    }
  }

  @Override
  public long sizeBytes() {
    return (long) sectorCount() * SECTOR_BYTES;
  }

  @Override
  public UUID identifier() {
    return identifier;
  }

  @Override
  public void writeTo(FileChannel file, long offset) throws IOException {
    byte[] parameters = parameters(Math.toIntExact(offset / SECTOR_BYTES));
    byte[] space = freeSpace();
    for (int sector : new int[] {0, 6}) {
      put(file, parameters, offset + (long) sector * SECTOR_BYTES);
      put(file, space, offset + (sector + 1L) * SECTOR_BYTES);
    }
    byte[] table = table();
    for (int copy = 0; copy < TABLES; copy++) {
      put(file, table, offset + (RESERVED_SECTORS + (long) copy * tableSectors) * SECTOR_BYTES);
    }
    long data = offset + (RESERVED_SECTORS + (long) TABLES * tableSectors) * SECTOR_BYTES;
    for (Map.Entry<Integer, byte[]> content : contents.entrySet()) {
      put(file, content.getValue(), data + (content.getKey() - FIRST_CLUSTER) * clusterBytes());
    }
    // The file is as long as the volume, whatever comes behind it.
    put(file, new byte[1], offset + sizeBytes() - 1);
  }

  private byte[] parameters(int hiddenSectors) {
    ByteBuffer sector = ByteBuffer.allocate(SECTOR_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    sector.put(new byte[] {(byte) 0xeb, 0x58, (byte) 0x90}); // a jump over what follows
    sector.put("EDGEX   ".getBytes(StandardCharsets.US_ASCII));
    sector.putShort((short) SECTOR_BYTES).put((byte) clusterSectors);
    sector.putShort((short) RESERVED_SECTORS).put((byte) TABLES);
    sector.putShort((short) 0).putShort((short) 0); // only before FAT32
    sector.put((byte) MEDIA).putShort((short) 0);
    sector.putShort((short) 63).putShort((short) 255); // sectors, heads: what everybody writes
    sector.putInt(hiddenSectors).putInt(sectorCount());
    sector.putInt(tableSectors).putShort((short) 0).putShort((short) 0);
    sector.putInt(ROOT_CLUSTER).putShort((short) 1).putShort((short) 6);
    sector.position(sector.position() + 12);
    sector.put((byte) 0x80).put((byte) 0).put((byte) 0x29).putInt(serialNumber);
    sector.put(String.format("%-11s", LABEL).getBytes(StandardCharsets.US_ASCII));
    sector.put("FAT32   ".getBytes(StandardCharsets.US_ASCII));
    sector.putShort(SECTOR_BYTES - Short.BYTES, (short) 0xaa55);
    return sector.array();
  }

  private byte[] freeSpace() {
    ByteBuffer sector = ByteBuffer.allocate(SECTOR_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    sector.putInt(0, 0x4161_5252).putInt(484, 0x6141_7272);
    sector.putInt(488, clusterCount + FIRST_CLUSTER - firstFreeCluster);
    sector.putInt(492, firstFreeCluster).putInt(508, 0xaa55_0000);
    return sector.array();
  }

  private byte[] table() {
    ByteBuffer table =
        ByteBuffer.allocate(firstFreeCluster * TABLE_ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(0, MEDIA_ENTRY).putInt(TABLE_ENTRY_BYTES, END_OF_FILE);
    for (Map.Entry<Integer, byte[]> content : contents.entrySet()) {
      int last = content.getKey() + clusters(content.getValue().length) - 1;
      for (int cluster = content.getKey(); cluster <= last; cluster++) {
        table.putInt(cluster * TABLE_ENTRY_BYTES, cluster < last ? cluster + 1 : END_OF_FILE);
      }
    }
    return table.array();
  }

  private int sectorCount() {
    return Math.toIntExact(
        RESERVED_SECTORS + (long) TABLES * tableSectors + (long) clusterCount * clusterSectors);
  }

  private long clusterBytes() {
    return (long) clusterSectors * SECTOR_BYTES;
  }

  private int clusters(int sizeBytes) {
    return Math.toIntExact((sizeBytes + clusterBytes() - 1) / clusterBytes());
  }

  private static void put(FileChannel file, byte[] bytes, long offset) throws IOException {
    DiskFiles.writeFully(file, ByteBuffer.wrap(bytes), offset);
  }
}
