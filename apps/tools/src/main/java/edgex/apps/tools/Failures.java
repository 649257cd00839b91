package edgex.apps.tools;

import edgex.abi.ipc.ServiceErrors;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.SupervisorErrors;

/** Failures of services in words. */
final class Failures {
  private Failures() {}

  /**
   * What the supervisor's refusal means.
   *
   * @param wanted what was asked for, which may not exist
   */
  static String ofSupervisor(ServiceException failure, String wanted) {
    return switch (failure.code()) {
      case SupervisorErrors.NOT_FOUND -> "there is no " + wanted;
      case SupervisorErrors.NOT_PERMITTED -> wanted + ": the supervisor does not allow this";
      default -> of("supervisor", failure);
    };
  }

  /** What a failure means that any service may have. */
  static String of(String service, ServiceException failure) {
    String meaning =
        switch (failure.code()) {
          case ServiceErrors.PEER_GONE -> "has just restarted; try again";
          case ServiceErrors.TIMED_OUT -> "does not answer";
          case ServiceErrors.OUT_OF_MEMORY -> "has no memory left";
          case ServiceErrors.NOT_PERMITTED -> "does not allow this";
          default -> "failed with error " + failure.code();
        };
    return "the service " + service + " " + meaning;
  }
}
