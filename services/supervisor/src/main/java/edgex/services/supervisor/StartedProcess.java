package edgex.services.supervisor;

import edgex.runtime.program.LoadedProcess;
import edgex.runtime.system.SystemCalls;
import java.util.ArrayList;
import java.util.List;

/** A process and the capabilities that were made for it alone. */
final class StartedProcess {
  private final List<Integer> own = new ArrayList<>();
  private LoadedProcess loaded;

  LoadedProcess loaded() {
    return loaded;
  }

  void setLoaded(LoadedProcess process) {
    loaded = process;
  }

  /** Remembers a capability to give back at the end, and passes it through. */
  int own(int handle) {
    own.add(handle);
    return handle;
  }

  void destroy() {
    if (loaded != null) {
      loaded.destroy();
    }
    for (int handle : own) {
      SystemCalls.capabilityDelete(handle);
    }
    own.clear();
  }
}
