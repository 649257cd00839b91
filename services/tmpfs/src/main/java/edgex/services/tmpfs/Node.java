package edgex.services.tmpfs;

import edgex.abi.service.FileStatus;
import java.util.ArrayList;
import java.util.List;

/** A file or a directory. */
abstract sealed class Node {
  abstract FileStatus status();

  /** A file: an extent, of which the first {@code sizeBytes} are content and the rest zero. */
  static final class FileNode extends Node {
    private Extent extent;
    private long sizeBytes;

    Extent extent() {
      return extent;
    }

    long sizeBytes() {
      return sizeBytes;
    }

    long capacityBytes() {
      return extent == null ? 0 : extent.capacityBytes();
    }

    /** Another extent takes the place of this one, which is released. */
    void replaceExtent(Extent replacement) {
      if (extent != null) {
        extent.release();
      }
      extent = replacement;
    }

    /** Changes the size within the extent; what is cut off becomes zero. */
    void setSize(long newSizeBytes) {
      if (newSizeBytes < sizeBytes) {
        extent.clear(newSizeBytes, sizeBytes - newSizeBytes);
      }
      sizeBytes = newSizeBytes;
    }

    @Override
    FileStatus status() {
      return new FileStatus(FileStatus.FILE, 0, sizeBytes);
    }
  }

  /** A directory: entries sorted by name. */
  static final class DirectoryNode extends Node {
    private final List<String> names = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    int size() {
      return names.size();
    }

    String name(int index) {
      return names.get(index);
    }

    Node node(int index) {
      return nodes.get(index);
    }

    /** The entry of this name, or null. */
    Node find(String name) {
      int index = search(name);
      return index >= 0 ? nodes.get(index) : null;
    }

    /** Adds an entry whose name is not taken. */
    void add(String name, Node node) {
      int index = -search(name) - 1;
      names.add(index, name);
      nodes.add(index, node);
    }

    /** Removes an entry that is there. */
    void remove(String name) {
      int index = search(name);
      names.remove(index);
      nodes.remove(index);
    }

    @Override
    FileStatus status() {
      return new FileStatus(FileStatus.DIRECTORY, 0, names.size());
    }

    /** Index of a name, or {@code -(index where it would be) - 1}. */
    private int search(String name) {
      int low = 0;
      int high = names.size() - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        int order = names.get(middle).compareTo(name);
        if (order == 0) {
          return middle;
        }
        if (order < 0) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return -low - 1;
    }
  }
}
