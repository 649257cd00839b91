package edgex.runtime.files;

import edgex.abi.service.Files;
import edgex.abi.service.FilesClient;
import edgex.runtime.Capabilities;
import edgex.runtime.ipc.MessageChannel;
import java.util.ArrayList;
import java.util.List;

/** Which Files service serves which part of the tree: the longest prefix of a path decides. */
final class MountTable {
  private static final String CAPABILITY_PREFIX = "files:";

  private static MountTable granted;

  private final List<Mount> mounts;

  /**
   * One service.
   *
   * @param prefix absolute path of its root, without a slash at the end; empty for the whole tree
   */
  record Mount(String prefix, Files files) {
    private boolean contains(String path) {
      return path.startsWith(prefix)
          && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
  }

  /**
   * A path as its service knows it.
   *
   * @param path relative to the service's root
   */
  record Place(Files files, String path) {}

  MountTable(List<Mount> mounts) {
    this.mounts = List.copyOf(mounts);
  }

  /** The table of the capabilities named {@code files:PREFIX}. */
  static MountTable granted() {
    if (granted == null) {
      List<Mount> found = new ArrayList<>();
      for (String name : Capabilities.names(CAPABILITY_PREFIX)) {
        String prefix = FilePath.normalize(name.substring(CAPABILITY_PREFIX.length()));
        found.add(
            new Mount(prefix.equals("/") ? "" : prefix, new FilesClient(MessageChannel.to(name))));
      }
      granted = new MountTable(found);
    }
    return granted;
  }

  /** Finds a normalized absolute path's service; null if no service has it. */
  Place find(String path) {
    String key = path.equals("/") ? "" : path;
    Mount best = null;
    for (Mount mount : mounts) {
      if (mount.contains(key)
          && (best == null || mount.prefix().length() > best.prefix().length())) {
        best = mount;
      }
    }
    if (best == null) {
      return null;
    }
    int start = Math.min(key.length(), best.prefix().length() + 1);
    return new Place(best.files(), key.substring(start));
  }

  /** Names of the mount points right below a directory. */
  List<String> mountsIn(String directory) {
    String start = directory.equals("/") ? "/" : directory + "/";
    List<String> names = new ArrayList<>();
    for (Mount mount : mounts) {
      if (mount.prefix().startsWith(start) && mount.prefix().indexOf('/', start.length()) < 0) {
        names.add(mount.prefix().substring(start.length()));
      }
    }
    return names;
  }
}
