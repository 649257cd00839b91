package edgex.runtime.files;

import org.teavm.runtime.fs.VirtualFile;
import org.teavm.runtime.fs.VirtualFileSystem;

/** The tree of all granted Files services, as the Java library wants it. */
public final class ServiceFileSystem implements VirtualFileSystem {
  private final MountTable mounts;

  ServiceFileSystem(MountTable mounts) {
    this.mounts = mounts;
  }

  /** The tree of this process's capabilities. */
  public static VirtualFileSystem create() {
    return new ServiceFileSystem(MountTable.granted());
  }

  @Override
  public String getUserDir() {
    return "/";
  }

  @Override
  public VirtualFile getFile(String path) {
    return new ServiceFile(mounts, FilePath.normalize(path));
  }

  @Override
  public boolean isWindows() {
    return false;
  }

  @Override
  public String canonicalize(String path) {
    return FilePath.normalize(path);
  }

  @Override
  public String[] getRoots() {
    return new String[] {"/"};
  }
}
