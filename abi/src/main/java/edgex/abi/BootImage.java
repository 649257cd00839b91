package edgex.abi;

/**
 * The format of a boot image: what the boot loader puts into memory beside the kernel.
 * Little-endian, every file page-aligned so that it can be mapped where it lies.
 *
 * <pre>
 *  Image   = Header, Segment[8], padding to 4096, Entry[entryCount], padding, file contents
 *  Header  = magic u64, version u32, entryCount u32, sizeBytes u64, entryPoint u64, segmentCount u32,
 *            reserved u32, checksum u64                                         (48 bytes, at 0)
 *  Segment = offset u64, fileBytes u64, virtualAddress u64, memoryBytes u64, protection u64
 *                                                                    (40 bytes each, from 64 on)
 *  Entry   = offset u64, sizeBytes u64, flags u32, nameBytes u32, name u8[232]  (256 bytes each)
 * </pre>
 *
 * <p>The segments are the root process, laid out ready to run: the kernel maps read-only ones where
 * they lie and copies writable ones. Names are absolute UTF-8 paths without a leading slash, such
 * as {@code models/mnist.onnx}, sorted by byte value.
 *
 * <p>The checksum finds damage, not malice. It is {@link #addToChecksum} over all 64-bit words of
 * the image, from {@link #CHECKSUM_START} on, with its own word counted as 0.
 */
public final class BootImage {
  /** "EDGEXIMG" read as a little-endian number. */
  public static final long MAGIC = 0x474d495845474445L;

  /** The version that this file describes. */
  public static final int VERSION = 1;

  /** Offset of the magic number. */
  public static final int MAGIC_OFFSET = 0;

  /** Offset of the version. */
  public static final int VERSION_OFFSET = 8;

  /** Offset of the number of files. */
  public static final int ENTRY_COUNT_OFFSET = 12;

  /** Offset of the size of the whole image. */
  public static final int SIZE_OFFSET = 16;

  /** Offset of the root process's first instruction. */
  public static final int ENTRY_POINT_OFFSET = 24;

  /** Offset of the number of segments. */
  public static final int SEGMENT_COUNT_OFFSET = 32;

  /** Offset of the checksum. */
  public static final int CHECKSUM_OFFSET = 40;

  /** The checksum of no words. */
  public static final long CHECKSUM_START = 0x6a09e667f3bcc908L;

  /** Offset of the first segment. */
  public static final int SEGMENTS_OFFSET = 64;

  /** Size of one segment. */
  public static final int SEGMENT_BYTES = 40;

  /** Most segments. */
  public static final int MAXIMUM_SEGMENTS = 8;

  /** In a segment: where its content lies in the image. */
  public static final int SEGMENT_OFFSET_OFFSET = 0;

  /** In a segment: how many bytes of content. */
  public static final int SEGMENT_FILE_BYTES_OFFSET = 8;

  /** In a segment: page-aligned address in the root process. */
  public static final int SEGMENT_ADDRESS_OFFSET = 16;

  /** In a segment: size in memory; what the content does not fill is zero. */
  public static final int SEGMENT_MEMORY_BYTES_OFFSET = 24;

  /** In a segment: {@link Rights#READ}, {@link Rights#WRITE}, {@link Rights#EXECUTE}. */
  public static final int SEGMENT_PROTECTION_OFFSET = 32;

  /** Offset of the first entry. */
  public static final int ENTRIES_OFFSET = 4096;

  /** Size of one entry. */
  public static final int ENTRY_BYTES = 256;

  /** In an entry: where the file lies in the image. */
  public static final int ENTRY_OFFSET_OFFSET = 0;

  /** In an entry: how long the file is. */
  public static final int ENTRY_SIZE_OFFSET = 8;

  /** In an entry: flags, see {@link #FLAG_PROGRAM}. */
  public static final int ENTRY_FLAGS_OFFSET = 16;

  /** In an entry: length of the name. */
  public static final int ENTRY_NAME_BYTES_OFFSET = 20;

  /** In an entry: the name. */
  public static final int ENTRY_NAME_OFFSET = 24;

  /** Longest name. */
  public static final int MAXIMUM_NAME_BYTES = ENTRY_BYTES - ENTRY_NAME_OFFSET;

  /** The file is a program that may be started. */
  public static final int FLAG_PROGRAM = 1;

  /** Odd, so that multiplying by it loses nothing: 2^64 divided by the golden ratio. */
  private static final long CHECKSUM_FACTOR = 0x9e3779b97f4a7c15L;

  private static final int CHECKSUM_ROTATION = 29;

  private BootImage() {}

  /**
   * The checksum of some words and one more. Each step can be undone when the word is known, so
   * damage within one word always changes the result; without the rotation two errors in the
   * highest bits would cancel out.
   */
  public static long addToChecksum(long checksum, long word) {
    long mixed = checksum ^ word;
    return (mixed << CHECKSUM_ROTATION | mixed >>> (Long.SIZE - CHECKSUM_ROTATION))
        * CHECKSUM_FACTOR;
  }
}
