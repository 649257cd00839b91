package edgex.runtime.files;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FileStatus;
import edgex.abi.service.FilesErrors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.teavm.runtime.fs.VirtualFile;
import org.teavm.runtime.fs.VirtualFileAccessor;

/** A path of the tree, whether anything is there or not. */
final class ServiceFile implements VirtualFile {
  private final MountTable mounts;
  private final String path;
  private final MountTable.Place place;

  ServiceFile(MountTable mounts, String path) {
    this.mounts = mounts;
    this.path = path;
    this.place = mounts.find(path);
  }

  @Override
  public String getName() {
    return FilePath.name(path);
  }

  @Override
  public boolean isDirectory() {
    FileStatus status = status();
    return status != null && status.kind() == FileStatus.DIRECTORY;
  }

  @Override
  public boolean isFile() {
    FileStatus status = status();
    return status != null && status.kind() == FileStatus.FILE;
  }

  @Override
  public String[] listFiles() {
    if (place == null) {
      return null;
    }
    List<String> names = new ArrayList<>();
    try {
      while (true) {
        names.add(place.files().list(place.path(), names.size()).name());
      }
    } catch (ServiceException failure) {
      if (failure.code() != FilesErrors.END) {
        return null;
      }
    }
    for (String mount : mounts.mountsIn(path)) {
      if (!names.contains(mount)) {
        names.add(mount);
      }
    }
    return names.toArray(new String[0]);
  }

  @Override
  public VirtualFileAccessor createAccessor(boolean readable, boolean writable, boolean append) {
    if (!isFile()) {
      return null;
    }
    try {
      ServiceFileAccessor accessor = new ServiceFileAccessor(place, path, writable);
      if (append) {
        accessor.seek(accessor.size());
      } else if (writable && !readable) {
        accessor.resize(0);
      }
      return accessor;
    } catch (IOException failure) {
      return null;
    }
  }

  @Override
  public boolean createFile(String name) throws IOException {
    String child = FilePath.child(path, name);
    ServiceFile file = new ServiceFile(mounts, child);
    if (file.place == null) {
      throw FileFailure.noService(child);
    }
    if (file.status() != null) {
      return false;
    }
    try {
      file.place.files().resize(file.place.path(), 0);
      return true;
    } catch (ServiceException failure) {
      throw FileFailure.of(child, failure);
    }
  }

  @Override
  public boolean createDirectory(String name) {
    MountTable.Place child = mounts.find(FilePath.child(path, name));
    return child != null && succeeds(() -> child.files().makeDirectory(child.path()));
  }

  @Override
  public boolean delete() {
    return place != null && succeeds(() -> place.files().remove(place.path()));
  }

  @Override
  public boolean adopt(VirtualFile file, String name) {
    MountTable.Place target = mounts.find(FilePath.child(path, name));
    MountTable.Place source = ((ServiceFile) file).place;
    return target != null
        && source != null
        && target.files() == source.files()
        && succeeds(() -> target.files().rename(source.path(), target.path()));
  }

  @Override
  public boolean canRead() {
    return status() != null;
  }

  @Override
  public boolean canWrite() {
    FileStatus status = status();
    if (status == null) {
      return false;
    }
    // A file keeps its size; only a read-only tree refuses that.
    return status.kind() == FileStatus.DIRECTORY
        ? succeeds(() -> place.files().space())
        : succeeds(() -> place.files().resize(place.path(), status.sizeBytes()));
  }

  @Override
  public long lastModified() {
    return 0;
  }

  @Override
  public boolean setLastModified(long lastModified) {
    return false;
  }

  @Override
  public boolean setReadOnly(boolean readOnly) {
    return false;
  }

  @Override
  public int length() {
    FileStatus status = status();
    return status == null ? 0 : (int) Math.min(status.sizeBytes(), Integer.MAX_VALUE);
  }

  /** What is there; null if nothing is. */
  private FileStatus status() {
    if (place == null) {
      return null;
    }
    try {
      return place.files().status(place.path());
    } catch (ServiceException failure) {
      return null;
    }
  }

  /** An operation that may be refused. */
  private interface Operation {
    void run() throws ServiceException;
  }

  private static boolean succeeds(Operation operation) {
    try {
      operation.run();
      return true;
    } catch (ServiceException failure) {
      return false;
    }
  }
}
