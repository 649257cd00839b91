package edgex.bench.peers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Builds a cpio archive in the "newc" format, the one that Linux unpacks as its first file system
 * (kernel documentation, driver-api/early-userspace/buffer-format).
 *
 * <p>Each member is a header of 110 ASCII characters, the name with a closing NUL padded to a
 * multiple of 4 bytes, and the contents padded likewise; all belong to root and carry time 0, so
 * that equal contents give equal archives.
 *
 * <pre>
 * "070701" then 13 fields of 8 hexadecimal digits:
 * inode mode user group links time size device-major device-minor
 * special-major special-minor name-size checksum(0)
 * </pre>
 */
final class NewcArchive {
  private static final String MAGIC = "070701";
  private static final String TRAILER = "TRAILER!!!";
  private static final int ALIGNMENT_BYTES = 4;

  /** File types of stat(2), the upper bits of the mode. */
  private static final int TYPE_CHARACTER_DEVICE = 0020000;

  private static final int TYPE_DIRECTORY = 0040000;
  private static final int TYPE_REGULAR = 0100000;

  /** Permission bits of stat(2), the lower bits of the mode. */
  private static final int PERMISSION_MASK = 07777;

  private static final byte[] EMPTY = {};

  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
  private int nextInode = 1;

  /** Adds a directory; a parent is to be added before what it contains. */
  void addDirectory(String path, int permissions) {
    add(checkedPath(path), TYPE_DIRECTORY | checkedPermissions(permissions), 0, 0, EMPTY);
  }

  /** Adds a regular file. */
  void addFile(String path, int permissions, byte[] contents) {
    add(checkedPath(path), TYPE_REGULAR | checkedPermissions(permissions), 0, 0, contents);
  }

  /** Adds a character device. */
  void addCharacterDevice(String path, int permissions, int major, int minor) {
    int mode = TYPE_CHARACTER_DEVICE | checkedPermissions(permissions);
    add(checkedPath(path), mode, major, minor, EMPTY);
  }

  /** Adds the closing member and returns the archive; to be called once. */
  byte[] finish() {
    nextInode = 0;
    add(TRAILER, 0, 0, 0, EMPTY);
    return archive.toByteArray();
  }

  private void add(String path, int mode, int major, int minor, byte[] contents) {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    int links = (mode & TYPE_DIRECTORY) != 0 ? 2 : 1;
    StringBuilder header = new StringBuilder(MAGIC);
    int[] fields = {
      nextInode++, mode, 0, 0, links, 0, contents.length, 0, 0, major, minor, name.length + 1, 0
    };
    for (int field : fields) {
      header.append(String.format(Locale.ROOT, "%08x", field));
    }
    archive.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
    archive.writeBytes(name);
    archive.write(0);
    pad();
    archive.writeBytes(contents);
    pad();
  }

  private void pad() {
    while (archive.size() % ALIGNMENT_BYTES != 0) {
      archive.write(0);
    }
  }

  private static String checkedPath(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.indexOf('\0') >= 0 || path.equals(TRAILER)) {
      throw new IllegalArgumentException("not a relative path for an archive: \"" + path + "\"");
    }
    return path;
  }

  private static int checkedPermissions(int permissions) {
    if ((permissions & ~PERMISSION_MASK) != 0) {
      throw new IllegalArgumentException(
          "more than permissions: 0" + Integer.toOctalString(permissions));
    }
    return permissions;
  }
}
