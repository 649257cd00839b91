package edgex.services.hostlink;

import edgex.abi.ipc.ServiceErrors;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.HostLinkErrors;
import edgex.abi.service.HostLinkHandler;
import java.io.IOException;

/** The service {@code host-link}. Records of several clients follow each other whole. */
final class HostLinkService implements HostLinkHandler {
  private final RecordWriter records;
  private final ContentMemory memory;
  private final Runnable drain;

  /**
   * A service over a line.
   *
   * @param drain returns when the line has taken everything that was written
   */
  HostLinkService(RecordWriter records, ContentMemory memory, Runnable drain) {
    this.records = records;
    this.memory = memory;
    this.drain = drain;
  }

  @Override
  public void sendFile(long client, String path, int content, long sizeBytes)
      throws ServiceException {
    try (ContentMemory.Lent lent = memory.open(content)) {
      checkPath(path);
      if (sizeBytes < 0 || (sizeBytes > 0 && (lent == null || sizeBytes > lent.sizeBytes()))) {
        throw new ServiceException(HostLinkErrors.INVALID_SIZE);
      }
      records.writeFile(path, lent, sizeBytes);
    } catch (IOException lineIsGone) {
      throw unavailable();
    }
  }

  @Override
  public void sendMissing(long client, String path) throws ServiceException {
    checkPath(path);
    try {
      records.writeMissing(path);
    } catch (IOException lineIsGone) {
      throw unavailable();
    }
  }

  @Override
  public void sendExit(long client, int status) throws ServiceException {
    try {
      records.writeExit(status);
    } catch (IOException lineIsGone) {
      throw unavailable();
    }
    drain.run();
  }

  private static void checkPath(String path) throws ServiceException {
    if (!RecordWriter.isPath(path)) {
      throw new ServiceException(ServiceErrors.MALFORMED_REQUEST);
    }
  }

  private static ServiceException unavailable() {
    return new ServiceException(ServiceErrors.PEER_GONE);
  }
}
