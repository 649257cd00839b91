package edgex.toolchain.image.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A GUID partition table (UEFI Specification 2.10, chapter 5):
 *
 * <pre>
 *  sector   0          protective MBR: old tools see one full disk
 *           1          header
 *           2 ... 33   128 entries of 128 bytes
 *           2048 ...   partitions, each on a boundary of 1 MiB
 *           last - 32  the entries once more
 *           last       the header once more
 * </pre>
 */
final class PartitionTable {
  /** Sectors in front of the first partition and between boundaries: 1 MiB. */
  static final long ALIGNMENT_SECTORS = 2048;

  private static final int SECTOR_BYTES = Volume.SECTOR_BYTES;
  private static final int ENTRY_COUNT = 128;
  private static final int ENTRY_BYTES = 128;
  private static final int ENTRY_SECTORS = ENTRY_COUNT * ENTRY_BYTES / SECTOR_BYTES;
  private static final long FIRST_USABLE_SECTOR = 2 + ENTRY_SECTORS;

  private static final byte[] SIGNATURE = "EFI PART".getBytes(StandardCharsets.US_ASCII);
  private static final int REVISION = 0x0001_0000;
  private static final int HEADER_BYTES = 92;
  private static final int HEADER_CHECKSUM_OFFSET = 16;

  private static final int MBR_ENTRY_OFFSET = 446;
  private static final byte MBR_TYPE_PROTECTIVE = (byte) 0xee;
  private static final byte[] MBR_FIRST_SECTOR = {0, 2, 0};
  private static final byte[] MBR_BEYOND = {(byte) 0xff, (byte) 0xff, (byte) 0xff};
  private static final int MBR_SIGNATURE_OFFSET = 510;
  private static final short MBR_SIGNATURE = (short) 0xaa55;
  private static final long UNSIGNED_32_MAXIMUM = 0xffff_ffffL;

  private final List<Partition> partitions;
  private final long[] starts;
  private final long sectorCount;

  PartitionTable(List<Partition> partitions) {
    if (partitions.size() > ENTRY_COUNT) {
      throw new IllegalArgumentException("more than " + ENTRY_COUNT + " partitions");
    }
    this.partitions = List.copyOf(partitions);
    starts = new long[partitions.size()];
    long next = ALIGNMENT_SECTORS;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = next;
      next = aligned(next + sectors(i));
    }
    sectorCount = next + ALIGNMENT_SECTORS;
  }

  /** How long the disk is. */
  long sectorCount() {
    return sectorCount;
  }

  /** The sector where a partition starts. */
  long start(int index) {
    return starts[index];
  }

  /**
   * The first sector: the table that keeps old tools away from the disk.
   *
   * @param bootCode what a BIOS runs; at most 440 bytes
   */
  byte[] protectiveRecord(byte[] bootCode) {
    ByteBuffer sector = ByteBuffer.allocate(SECTOR_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    sector.put(bootCode);
    sector.position(MBR_ENTRY_OFFSET);
    sector.put((byte) 0).put(MBR_FIRST_SECTOR).put(MBR_TYPE_PROTECTIVE).put(MBR_BEYOND);
    sector.putInt(1).putInt((int) Math.min(sectorCount - 1, UNSIGNED_32_MAXIMUM));
    sector.putShort(MBR_SIGNATURE_OFFSET, MBR_SIGNATURE);
    return sector.array();
  }

  /** The header and the entries, for sectors 1 and up. */
  byte[] primary() {
    ByteBuffer table =
        ByteBuffer.allocate((1 + ENTRY_SECTORS) * SECTOR_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    table.put(header(1, sectorCount - 1, 2));
    table.put(SECTOR_BYTES, entries());
    return table.array();
  }

  /** The entries and the header, for the last sectors of the disk. */
  byte[] backup() {
    ByteBuffer table =
        ByteBuffer.allocate((1 + ENTRY_SECTORS) * SECTOR_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    table.put(entries());
    table.put(header(sectorCount - 1, 1, sectorCount - 1 - ENTRY_SECTORS));
    return table.array();
  }

  private byte[] header(long ownSector, long otherSector, long entriesSector) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put(SIGNATURE).putInt(REVISION).putInt(HEADER_BYTES).putInt(0).putInt(0);
    header.putLong(ownSector).putLong(otherSector);
    header.putLong(FIRST_USABLE_SECTOR).putLong(sectorCount - 2 - ENTRY_SECTORS);
    header.put(mixedEndian(diskIdentifier()));
    header.putLong(entriesSector).putInt(ENTRY_COUNT).putInt(ENTRY_BYTES);
    header.putInt(checksum(entries()));
    header.putInt(HEADER_CHECKSUM_OFFSET, checksum(header.array()));
    return header.array();
  }

  private UUID diskIdentifier() {
    ContentIdentifier identifier = new ContentIdentifier("disk");
    identifier.add(entries());
    return identifier.uuid();
  }

  private byte[] entries() {
    ByteBuffer entries =
        ByteBuffer.allocate(ENTRY_COUNT * ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < partitions.size(); i++) {
      Partition partition = partitions.get(i);
      entries.position(i * ENTRY_BYTES);
      entries.put(mixedEndian(partition.kind().type()));
      entries.put(mixedEndian(partition.volume().identifier()));
      entries.putLong(starts[i]).putLong(starts[i] + sectors(i) - 1).putLong(0);
      entries.put(partition.name().getBytes(StandardCharsets.UTF_16LE));
    }
    return entries.array();
  }

  private long sectors(int index) {
    return partitions.get(index).volume().sizeBytes() / SECTOR_BYTES;
  }

  private static long aligned(long sector) {
    return (sector + ALIGNMENT_SECTORS - 1) / ALIGNMENT_SECTORS * ALIGNMENT_SECTORS;
  }

  /** As UEFI stores a GUID (appendix A): three little-endian numbers, then bytes as written. */
  private static byte[] mixedEndian(UUID identifier) {
    long high = identifier.getMostSignificantBits();
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt((int) (high >>> Integer.SIZE));
    bytes.putShort((short) (high >>> Short.SIZE)).putShort((short) high);
    bytes.putLong(Long.reverseBytes(identifier.getLeastSignificantBits()));
    return bytes.array();
  }

  private static int checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
