package edgex.runtime.files;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FileContent;
import java.io.IOException;

/** Files as memory, without copying. */
public final class FileContents {
  private FileContents() {}

  /**
   * The content of a file as a read-only memory capability, the caller's to delete.
   *
   * @param path absolute, or relative to the root
   * @throws IOException naming the path and the reason: it does not exist, is a directory or empty
   */
  public static FileContent map(String path) throws IOException {
    String absolute = FilePath.normalize(path);
    MountTable.Place place = MountTable.granted().find(absolute);
    if (place == null) {
      throw FileFailure.noService(absolute);
    }
    try {
      return place.files().map(place.path());
    } catch (ServiceException failure) {
      throw FileFailure.of(absolute, failure);
    }
  }
}
