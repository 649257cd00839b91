package edgex.abi.service;

import edgex.abi.declare.In;
import edgex.abi.declare.Operation;
import edgex.abi.declare.Out;
import edgex.abi.declare.Raises;
import edgex.abi.declare.Service;
import edgex.abi.declare.Text;
import edgex.abi.ipc.ServiceException;

/**
 * A tree of files. Operations name files by path and the server keeps nothing for a client, so a
 * restarted server loses no open files. Paths are relative to the mount point, parts separated by
 * one slash, no leading slash, no "." or ".."; the empty path is the root directory.
 */
@Service(name = "files", version = 1, errors = FilesErrors.class)
public interface Files {
  /** Longest path in bytes of UTF-8. */
  int MAXIMUM_PATH_BYTES = 255;

  /** Most bytes written by one operation. */
  int MAXIMUM_WRITE_BYTES = 768;

  /** Most bytes read by one operation; {@link #map} is the way to read much. */
  int MAXIMUM_READ_BYTES = 1024;

  /** Kind and size of what a path names. */
  @Operation(number = 1, idempotent = true)
  @Raises(code = FilesErrors.NOT_FOUND, when = "nothing has this path")
  @Raises(code = FilesErrors.INVALID_PATH, when = "the path is not in the form above")
  FileStatus status(@Text(maximumBytes = MAXIMUM_PATH_BYTES) String path) throws ServiceException;

  /** Entry {@code index} (from 0) of a directory, in byte order of the names. */
  @Operation(number = 2, idempotent = true)
  @Raises(code = FilesErrors.NOT_FOUND, when = "the directory does not exist")
  @Raises(code = FilesErrors.NOT_A_DIRECTORY, when = "the path names a file")
  @Raises(code = FilesErrors.END, when = "the directory has no more entries")
  DirectoryEntry list(@Text(maximumBytes = MAXIMUM_PATH_BYTES) String directory, int index)
      throws ServiceException;

  /**
   * The content of a file as a read-only memory capability: reading any amount without copying.
   * What is written to the file later may or may not show.
   */
  @Operation(number = 3)
  @Raises(code = FilesErrors.NOT_FOUND, when = "nothing has this path")
  @Raises(code = FilesErrors.IS_A_DIRECTORY, when = "the path names a directory")
  @Raises(code = FilesErrors.EMPTY, when = "the file has no content to map")
  FileContent map(@Text(maximumBytes = MAXIMUM_PATH_BYTES) String path) throws ServiceException;

  /** Reads from an offset; returns the number of bytes, 0 at the end. */
  @Operation(number = 4, idempotent = true)
  @Raises(code = FilesErrors.NOT_FOUND, when = "nothing has this path")
  @Raises(code = FilesErrors.IS_A_DIRECTORY, when = "the path names a directory")
  @Raises(code = FilesErrors.INVALID_OFFSET, when = "the offset is negative")
  int read(
      @Text(maximumBytes = MAXIMUM_PATH_BYTES) String path,
      long offset,
      @Out(maximumBytes = MAXIMUM_READ_BYTES) byte[] buffer)
      throws ServiceException;

  /** Writes at an offset of an existing file, which grows as needed; a gap reads as zero. */
  @Operation(number = 5, idempotent = true)
  @Raises(code = FilesErrors.NOT_FOUND, when = "nothing has this path")
  @Raises(code = FilesErrors.IS_A_DIRECTORY, when = "the path names a directory")
  @Raises(code = FilesErrors.READ_ONLY, when = "the tree cannot be changed")
  @Raises(code = FilesErrors.NO_SPACE, when = "the tree's quota is used up")
  @Raises(code = FilesErrors.INVALID_OFFSET, when = "the offset is negative")
  void write(
      @Text(maximumBytes = MAXIMUM_PATH_BYTES) String path,
      long offset,
      @In(maximumBytes = MAXIMUM_WRITE_BYTES) byte[] data)
      throws ServiceException;

  /** Makes a file this long, creating it where it does not exist. */
  @Operation(number = 6, idempotent = true)
  @Raises(code = FilesErrors.NOT_FOUND, when = "the directory of the path does not exist")
  @Raises(code = FilesErrors.INVALID_PATH, when = "the path is not in the form above")
  @Raises(code = FilesErrors.IS_A_DIRECTORY, when = "the path names a directory")
  @Raises(code = FilesErrors.READ_ONLY, when = "the tree cannot be changed")
  @Raises(code = FilesErrors.NO_SPACE, when = "the tree's quota is used up")
  @Raises(code = FilesErrors.INVALID_OFFSET, when = "the size is negative")
  void resize(@Text(maximumBytes = MAXIMUM_PATH_BYTES) String path, long sizeBytes)
      throws ServiceException;

  /** Makes an empty directory. */
  @Operation(number = 7)
  @Raises(code = FilesErrors.NOT_FOUND, when = "the directory of the path does not exist")
  @Raises(code = FilesErrors.INVALID_PATH, when = "the path is not in the form above")
  @Raises(code = FilesErrors.EXISTS, when = "something has this path already")
  @Raises(code = FilesErrors.READ_ONLY, when = "the tree cannot be changed")
  @Raises(code = FilesErrors.NO_SPACE, when = "the tree's quota is used up")
  void makeDirectory(@Text(maximumBytes = MAXIMUM_PATH_BYTES) String path) throws ServiceException;

  /** Removes a file or an empty directory. */
  @Operation(number = 8)
  @Raises(code = FilesErrors.NOT_FOUND, when = "nothing has this path")
  @Raises(code = FilesErrors.NOT_EMPTY, when = "the directory has entries")
  @Raises(code = FilesErrors.READ_ONLY, when = "the tree cannot be changed")
  void remove(@Text(maximumBytes = MAXIMUM_PATH_BYTES) String path) throws ServiceException;

  /** Gives a file or directory another path in the same tree. */
  @Operation(number = 9)
  @Raises(code = FilesErrors.NOT_FOUND, when = "the old path or the new one's directory is missing")
  @Raises(code = FilesErrors.INVALID_PATH, when = "a directory would move into itself")
  @Raises(code = FilesErrors.EXISTS, when = "something has the new path already")
  @Raises(code = FilesErrors.READ_ONLY, when = "the tree cannot be changed")
  void rename(
      @Text(maximumBytes = MAXIMUM_PATH_BYTES) String oldPath,
      @Text(maximumBytes = MAXIMUM_PATH_BYTES) String newPath)
      throws ServiceException;

  /** How much of the tree's quota is used. */
  @Operation(number = 10, idempotent = true)
  FileSpace space() throws ServiceException;
}
