package edgex.services.supervisor;

import edgex.manifest.Component;
import edgex.manifest.Manifest;
import edgex.runtime.KernelException;
import edgex.runtime.system.SystemCalls;
import java.util.HashMap;
import java.util.Map;

/**
 * The endpoints of all services. They are the supervisor's, so they outlive the processes that
 * serve them: a caller that has not been received yet waits for the restarted server.
 */
final class Endpoints {
  private final int own;
  private final Map<String, Integer> byService = new HashMap<>();
  private final Map<String, Integer> byProvider = new HashMap<>();

  /** Makes one endpoint for each component that provides something, and the supervisor's own. */
  Endpoints(Manifest manifest) {
    own = create();
    byService.put(Manifest.SUPERVISOR_SERVICE, own);
    for (Component component : manifest.components()) {
      if (!component.provides().isEmpty()) {
        int endpoint = create();
        byProvider.put(component.name(), endpoint);
        for (String service : component.provides()) {
          byService.put(service, endpoint);
        }
      }
    }
  }

  /** The supervisor's own. */
  int own() {
    return own;
  }

  /** Where a service is called; the manifest has been checked, so there is one. */
  int ofService(String service) {
    return byService.get(service);
  }

  /** Where a component receives requests; 0 if it provides nothing. */
  int ofProvider(String component) {
    return byProvider.getOrDefault(component, 0);
  }

  private static int create() {
    return KernelException.check("create endpoint", SystemCalls.endpointCreate());
  }
}
