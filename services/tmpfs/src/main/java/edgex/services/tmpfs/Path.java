package edgex.services.tmpfs;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FilesErrors;

/**
 * Paths as the interface {@code Files} has them: parts between single slashes, empty for the root.
 */
final class Path {
  private static final int MAXIMUM_PARTS = 32;

  private Path() {}

  /**
   * Refuses paths with empty parts, "." or "..", zero bytes, or too many parts.
   *
   * @throws ServiceException INVALID_PATH
   */
  static void check(String path) throws ServiceException {
    int start = 0;
    int parts = 0;
    while (start < path.length()) {
      int end = endOfPart(path, start);
      String part = path.substring(start, end);
      parts++;
      boolean trailingSlash = end == path.length() - 1;
      if (!isName(part) || trailingSlash || parts > MAXIMUM_PARTS) {
        throw new ServiceException(FilesErrors.INVALID_PATH);
      }
      start = end + 1;
    }
  }

  /** Index just after the part that starts here. */
  static int endOfPart(String path, int start) {
    int slash = path.indexOf('/', start);
    return slash < 0 ? path.length() : slash;
  }

  /** The directory that holds what the path names. */
  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The last part. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether a path is another one or lies below it. */
  static boolean isWithin(String path, String directory) {
    return path.equals(directory) || directory.isEmpty() || path.startsWith(directory + "/");
  }

  private static boolean isName(String part) {
    return !part.isEmpty() && !part.equals(".") && !part.equals("..") && part.indexOf('\0') < 0;
  }
}
