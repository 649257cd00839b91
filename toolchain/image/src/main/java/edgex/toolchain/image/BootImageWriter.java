package edgex.toolchain.image;

import edgex.abi.BootImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lays out a boot image as {@link BootImage} describes it. The bytes depend on the root program and
 * the files' names, flags and contents, and on nothing else.
 */
public final class BootImageWriter {
  private static final int PAGE_BYTES = RootProgram.PAGE_BYTES;

  private final RootProgram root;
  private final TreeMap<byte[], ImageFile> files = new TreeMap<>(Arrays::compareUnsigned);

  /** Starts an image with its root process. */
  public BootImageWriter(RootProgram root) {
    this.root = root;
  }

  /**
   * Adds a file, in place of one of the same name.
   *
   * @param name such as {@code models/mnist.onnx}
   * @throws ImageException if the name cannot be one
   */
  public void add(String name, ImageFile file) throws ImageException {
    requireName(name);
    files.put(name.getBytes(StandardCharsets.UTF_8), file);
  }

  /** Checks that a file of the image can have a name. */
  static void requireName(String name) throws ImageException {
    if (name.getBytes(StandardCharsets.UTF_8).length > BootImage.MAXIMUM_NAME_BYTES) {
      throw new ImageException(
          "the name '"
              + name
              + "' is longer than "
              + BootImage.MAXIMUM_NAME_BYTES
              + " bytes: shorten it");
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
        throw new ImageException(
            "'" + name + "' cannot be the name of a file in the image: write it as DIR/FILE");
      }
    }
  }

  /**
   * Writes the image; an unfinished one never has the final name.
   *
   * @throws IOException if a file cannot be read or the image cannot be written
   */
  public void write(Path output) throws IOException {
    Path unfinished = output.resolveSibling(output.getFileName() + ".new");
    Files.createDirectories(output.toAbsolutePath().getParent());
    try {
      try (ChecksumStream stream =
          new ChecksumStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
        writeTo(stream);
        stream.flush();
        putChecksum(unfinished, stream.checksum());
      }
      Files.move(unfinished, output, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The checksum is made with its own place still zero. */
  private static void putChecksum(Path image, long checksum) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(0, checksum);
    try (FileChannel channel = FileChannel.open(image, StandardOpenOption.WRITE)) {
      channel.write(bytes, BootImage.CHECKSUM_OFFSET);
    }
  }

  private void writeTo(OutputStream stream) throws IOException {
    int headBytes = roundUp(BootImage.ENTRIES_OFFSET + (long) files.size() * BootImage.ENTRY_BYTES);
    ByteBuffer head = ByteBuffer.allocate(headBytes).order(ByteOrder.LITTLE_ENDIAN);
    long offset = putSegments(head, headBytes);
    offset = putEntries(head, offset);
    head.putLong(BootImage.MAGIC_OFFSET, BootImage.MAGIC);
    head.putInt(BootImage.VERSION_OFFSET, BootImage.VERSION);
    head.putInt(BootImage.ENTRY_COUNT_OFFSET, files.size());
    head.putLong(BootImage.SIZE_OFFSET, offset);
    head.putLong(BootImage.ENTRY_POINT_OFFSET, root.entryPoint());
    head.putInt(BootImage.SEGMENT_COUNT_OFFSET, root.segments().size());
    stream.write(head.array());
    for (RootProgram.Segment segment : root.segments()) {
      byte[] content = new byte[segment.content().remaining()];
      segment.content().duplicate().get(content);
      stream.write(content);
      pad(stream, content.length);
    }
    for (ImageFile file : files.values()) {
      file.writeTo(stream);
      pad(stream, file.sizeBytes());
    }
  }

  private long putSegments(ByteBuffer head, long firstOffset) {
    long offset = firstOffset;
    int place = BootImage.SEGMENTS_OFFSET;
    for (RootProgram.Segment segment : root.segments()) {
      int contentBytes = segment.content().remaining();
      head.putLong(place + BootImage.SEGMENT_OFFSET_OFFSET, offset);
      head.putLong(place + BootImage.SEGMENT_FILE_BYTES_OFFSET, contentBytes);
      head.putLong(place + BootImage.SEGMENT_ADDRESS_OFFSET, segment.address());
      head.putLong(place + BootImage.SEGMENT_MEMORY_BYTES_OFFSET, segment.memoryBytes());
      head.putLong(place + BootImage.SEGMENT_PROTECTION_OFFSET, segment.protection());
      place += BootImage.SEGMENT_BYTES;
      offset += contentBytes + padding(contentBytes);
    }
    return offset;
  }

  private long putEntries(ByteBuffer head, long firstOffset) throws IOException {
    long offset = firstOffset;
    int place = BootImage.ENTRIES_OFFSET;
    for (Map.Entry<byte[], ImageFile> entry : files.entrySet()) {
      long sizeBytes = entry.getValue().sizeBytes();
      head.putLong(place + BootImage.ENTRY_OFFSET_OFFSET, offset);
      head.putLong(place + BootImage.ENTRY_SIZE_OFFSET, sizeBytes);
      head.putInt(place + BootImage.ENTRY_FLAGS_OFFSET, entry.getValue().flags());
      head.putInt(place + BootImage.ENTRY_NAME_BYTES_OFFSET, entry.getKey().length);
      head.put(place + BootImage.ENTRY_NAME_OFFSET, entry.getKey());
      place += BootImage.ENTRY_BYTES;
      offset += sizeBytes + padding(sizeBytes);
    }
    return offset;
  }

  private static int roundUp(long bytes) {
    return Math.toIntExact(bytes + padding(bytes));
  }

  private static int padding(long bytes) {
    return (int) (-bytes & (PAGE_BYTES - 1));
  }

  private static void pad(OutputStream stream, long bytes) throws IOException {
    stream.write(new byte[padding(bytes)]);
  }
}
