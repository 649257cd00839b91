package edgex.runtime.files;

import edgex.abi.ipc.ServiceErrors;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FilesErrors;
import edgex.runtime.KernelException;
import java.io.IOException;

/** What a Files service refused, in words. */
final class FileFailure {
  private FileFailure() {}

  /** The exception for a refused operation on a path. */
  static IOException of(String path, ServiceException failure) {
    return new IOException(path + ": " + reason(failure.code()), failure);
  }

  /** The exception for a path that no service has. */
  static IOException noService(String path) {
    return new IOException(path + ": no file service is granted for this path");
  }

  private static String reason(int code) {
    return switch (code) {
      case FilesErrors.NOT_FOUND -> "no such file or directory";
      case FilesErrors.INVALID_PATH -> "not a valid path";
      case FilesErrors.NOT_A_DIRECTORY -> "not a directory";
      case FilesErrors.IS_A_DIRECTORY -> "is a directory";
      case FilesErrors.EMPTY -> "is empty";
      case FilesErrors.INVALID_OFFSET -> "position or size out of range";
      case FilesErrors.READ_ONLY -> "read-only";
      case FilesErrors.NO_SPACE -> "no space left";
      case FilesErrors.EXISTS -> "exists already";
      case FilesErrors.NOT_EMPTY -> "directory not empty";
      case ServiceErrors.PEER_GONE -> "the file service is gone";
      case ServiceErrors.TOO_LONG -> "the path is too long";
      case ServiceErrors.NOT_PERMITTED -> "not permitted";
      case ServiceErrors.OUT_OF_MEMORY -> "out of memory";
      default -> code < 0 ? KernelException.nameOf(code) : "file service error " + code;
    };
  }
}
