package edgex.abi.service;

import edgex.abi.ipc.ServiceErrors;

/** Errors of {@link HostLink}. */
public final class HostLinkErrors {
  /** The size does not fit the memory. */
  public static final int INVALID_SIZE = ServiceErrors.FIRST_OF_SERVICE;

  private HostLinkErrors() {}
}
