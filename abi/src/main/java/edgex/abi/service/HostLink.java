package edgex.abi.service;

import edgex.abi.declare.Capability;
import edgex.abi.declare.Operation;
import edgex.abi.declare.Raises;
import edgex.abi.declare.Service;
import edgex.abi.declare.Text;
import edgex.abi.ipc.ServiceException;

/** The line to the machine that runs this one under emulation: results of {@code edgex run}. */
@Service(name = "host-link", version = 1, errors = HostLinkErrors.class)
public interface HostLink {
  /**
   * Sends a file.
   *
   * @param path as the host asked for it
   * @param content readable memory; ignored when the size is 0
   * @param sizeBytes how much of it
   */
  @Operation(number = 1)
  @Raises(code = HostLinkErrors.INVALID_SIZE, when = "the size does not fit the memory")
  void sendFile(
      @Text(maximumBytes = Files.MAXIMUM_PATH_BYTES) String path,
      @Capability int content,
      long sizeBytes)
      throws ServiceException;

  /** Says that a file that the host asked for does not exist or is empty. */
  @Operation(number = 2)
  void sendMissing(@Text(maximumBytes = Files.MAXIMUM_PATH_BYTES) String path)
      throws ServiceException;

  /** Says with which status the command ended; returns when it is on the line. */
  @Operation(number = 3)
  void sendExit(int status) throws ServiceException;
}
