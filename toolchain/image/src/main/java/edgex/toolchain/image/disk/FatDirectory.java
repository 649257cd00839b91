package edgex.toolchain.image.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A directory of a FAT volume (Microsoft FAT specification 1.03, section 6):
 *
 * <pre>
 *  entry =  0 name u8[11]   11 attributes   20 cluster, upper half   22 time   24 date
 *          26 cluster, lower half           28 size u32                         (32 bytes)
 * </pre>
 */
final class FatDirectory {
  /** Size of an entry. */
  static final int ENTRY_BYTES = 32;

  /** In an entry: what kind of file it is. */
  static final int ATTRIBUTES_OFFSET = 11;

  /** A directory without a parent: the volume's first. */
  static final FatDirectory NO_PARENT = null;

  private static final int CLUSTER_HIGH_OFFSET = 20;
  private static final int DATE_OFFSET = 24;
  private static final int CLUSTER_LOW_OFFSET = 26;
  private static final int SIZE_OFFSET = 28;
  private static final byte FILE = 0x20;
  private static final byte DIRECTORY = 0x10;
  private static final byte VOLUME_LABEL = 0x08;

  /** 1 January 2026: the time at which everything was made, so that it never differs. */
  private static final short DATE = (2026 - 1980) << 9 | 1 << 5 | 1;

  private final FatDirectory parent;
  private final List<Node> nodes = new ArrayList<>();
  private final Set<String> shortNames = new HashSet<>();

  /** What a directory has: a file, or another directory. */
  private static final class Node {
    private final FatName name;
    private final FatDirectory directory;
    private final byte[] content;
    private int cluster;

    private Node(FatName name, FatDirectory directory, byte[] content) {
      this.name = name;
      this.directory = directory;
      this.content = content;
    }
  }

  /** Starts an empty directory. */
  FatDirectory(FatDirectory parent) {
    this.parent = parent;
  }

  /** Adds a directory. */
  FatDirectory addDirectory(String name) {
    FatDirectory directory = new FatDirectory(this);
    nodes.add(new Node(new FatName(name, shortNames), directory, new byte[0]));
    return directory;
  }

  /** Adds a file. */
  void addFile(String name, byte[] content) {
    nodes.add(new Node(new FatName(name, shortNames), null, content));
  }

  /** How long the directory's own content is. */
  int sizeBytes() {
    int entries = parent == NO_PARENT ? 1 : 2;
    for (Node node : nodes) {
      entries += 1 + node.name.partCount();
    }
    return entries * ENTRY_BYTES;
  }

  /** Receives contents and says in which cluster each starts. */
  interface Allocator {
    /** Takes the place for so many bytes; 0 for none. */
    int allocate(int sizeBytes);

    /** Gives what stands at a place that was taken. */
    void fill(int cluster, byte[] content);
  }

  /**
   * Lays out everything below this directory, whose own place has been taken.
   *
   * @param label the volume's name, for its first directory
   */
  void layOut(Allocator allocator, int ownCluster, String label) {
    layOut(allocator, ownCluster, 0, label);
  }

  private void layOut(Allocator allocator, int ownCluster, int parentCluster, String label) {
    for (Node node : nodes) {
      boolean isDirectory = node.directory != null;
      node.cluster =
          allocator.allocate(isDirectory ? node.directory.sizeBytes() : node.content.length);
    }
    allocator.fill(ownCluster, content(ownCluster, parentCluster, label));
    for (Node node : nodes) {
      if (node.directory != null) {
        int asParent = parent == NO_PARENT ? 0 : ownCluster;
        node.directory.layOut(allocator, node.cluster, asParent, label);
      } else if (node.content.length > 0) {
        allocator.fill(node.cluster, node.content);
      }
    }
  }

  private byte[] content(int ownCluster, int parentCluster, String label) {
    ByteBuffer content = ByteBuffer.allocate(sizeBytes());
    if (parent == NO_PARENT) {
      content.put(entry(padded(label), VOLUME_LABEL, 0, 0));
    } else {
      content.put(entry(padded("."), DIRECTORY, ownCluster, 0));
      content.put(entry(padded(".."), DIRECTORY, parentCluster, 0));
    }
    for (Node node : nodes) {
      byte kind = node.directory == null ? FILE : DIRECTORY;
      content.put(node.name.parts());
      content.put(entry(node.name.stored(), kind, node.cluster, node.content.length));
    }
    return content.array();
  }

  private static byte[] entry(byte[] name, byte attributes, int cluster, int sizeBytes) {
    ByteBuffer entry = ByteBuffer.allocate(ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    entry.put(name).put(attributes);
    entry.putShort(CLUSTER_HIGH_OFFSET, (short) (cluster >>> Short.SIZE));
    entry.putShort(DATE_OFFSET, DATE);
    entry.putShort(CLUSTER_LOW_OFFSET, (short) cluster);
    entry.putInt(SIZE_OFFSET, sizeBytes);
    return entry.array();
  }

  private static byte[] padded(String name) {
    return String.format("%-11s", name).getBytes(StandardCharsets.US_ASCII);
  }
}
