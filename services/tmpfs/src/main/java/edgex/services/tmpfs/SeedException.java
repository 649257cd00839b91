package edgex.services.tmpfs;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FilesErrors;

/** A file that the tree should begin with cannot be copied; the message says which and why. */
final class SeedException extends Exception {
  private static final long serialVersionUID = 1;

  SeedException(String path, ServiceException cause) {
    super(path + ": " + reason(cause), cause);
  }

  private static String reason(ServiceException failure) {
    return failure.code() == FilesErrors.NO_SPACE
        ? "the limit of the files in memory is too small for it"
        : "it cannot be copied (error " + failure.code() + ")";
  }
}
