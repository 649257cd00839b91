package edgex.runtime.files;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.DirectoryEntry;
import edgex.abi.service.FileContent;
import edgex.abi.service.FileSpace;
import edgex.abi.service.FileStatus;
import edgex.abi.service.Files;
import edgex.abi.service.FilesErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree in memory: a null content is a directory. Refuses what a real service refuses. */
final class FakeFiles implements Files {
  final Map<String, byte[]> entries = new TreeMap<>();
  boolean readOnly;

  FakeFiles() {
    entries.put("", null);
  }

  @Override
  public FileStatus status(String path) throws ServiceException {
    byte[] content = content(path);
    return content == null
        ? new FileStatus(FileStatus.DIRECTORY, 0, 0)
        : new FileStatus(FileStatus.FILE, 0, content.length);
  }

  @Override
  public DirectoryEntry list(String directory, int index) throws ServiceException {
    if (content(directory) != null) {
      throw new ServiceException(FilesErrors.NOT_A_DIRECTORY);
    }
    List<String> names = children(directory);
    if (index >= names.size()) {
      throw new ServiceException(FilesErrors.END);
    }
    String name = names.get(index);
    FileStatus status = status(directory.isEmpty() ? name : directory + "/" + name);
    return new DirectoryEntry(name, status.kind(), status.sizeBytes());
  }

  @Override
  public FileContent map(String path) throws ServiceException {
    throw new ServiceException(FilesErrors.EMPTY);
  }

  @Override
  public int read(String path, long offset, byte[] buffer) throws ServiceException {
    byte[] content = file(path);
    int count = (int) Math.max(0, Math.min(buffer.length, content.length - offset));
    System.arraycopy(content, (int) Math.min(offset, content.length), buffer, 0, count);
    return count;
  }

  @Override
  public void write(String path, long offset, byte[] data) throws ServiceException {
    checkWritable();
    byte[] content = file(path);
    int end = (int) offset + data.length;
    byte[] grown = Arrays.copyOf(content, Math.max(content.length, end));
    System.arraycopy(data, 0, grown, (int) offset, data.length);
    entries.put(path, grown);
  }

  @Override
  public void resize(String path, long sizeBytes) throws ServiceException {
    checkWritable();
    checkParent(path);
    byte[] old = entries.containsKey(path) ? file(path) : new byte[0];
    entries.put(path, Arrays.copyOf(old, (int) sizeBytes));
  }

  @Override
  public void makeDirectory(String path) throws ServiceException {
    checkWritable();
    checkParent(path);
    if (entries.containsKey(path)) {
      throw new ServiceException(FilesErrors.EXISTS);
    }
    entries.put(path, null);
  }

  @Override
  public void remove(String path) throws ServiceException {
    checkWritable();
    if (content(path) == null && !children(path).isEmpty()) {
      throw new ServiceException(FilesErrors.NOT_EMPTY);
    }
    entries.remove(path);
  }

  @Override
  public void rename(String oldPath, String newPath) throws ServiceException {
    checkWritable();
    if (entries.containsKey(newPath)) {
      throw new ServiceException(FilesErrors.EXISTS);
    }
    byte[] content = content(oldPath);
    entries.remove(oldPath);
    entries.put(newPath, content);
  }

  @Override
  public FileSpace space() throws ServiceException {
    checkWritable();
    return new FileSpace(0, 0);
  }

  private byte[] content(String path) throws ServiceException {
    if (!entries.containsKey(path)) {
      throw new ServiceException(FilesErrors.NOT_FOUND);
    }
    return entries.get(path);
  }

  private byte[] file(String path) throws ServiceException {
    byte[] content = content(path);
    if (content == null) {
      throw new ServiceException(FilesErrors.IS_A_DIRECTORY);
    }
    return content;
  }

  private List<String> children(String directory) {
    String start = directory.isEmpty() ? "" : directory + "/";
    List<String> names = new ArrayList<>();
    for (String path : entries.keySet()) {
      if (!path.isEmpty() && path.startsWith(start) && path.indexOf('/', start.length()) < 0) {
        names.add(path.substring(start.length()));
      }
    }
    return names;
  }

  private void checkWritable() throws ServiceException {
    if (readOnly) {
      throw new ServiceException(FilesErrors.READ_ONLY);
    }
  }

  private void checkParent(String path) throws ServiceException {
    int slash = path.lastIndexOf('/');
    if (!entries.containsKey(slash < 0 ? "" : path.substring(0, slash))) {
      throw new ServiceException(FilesErrors.NOT_FOUND);
    }
  }
}
