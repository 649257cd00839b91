package edgex.runtime.program;

import edgex.runtime.system.SystemCalls;
import java.util.ArrayList;
import java.util.List;

/**
 * A process and the capabilities that keep it alive: a mapping lives as long as the capability that
 * it was made with, so the creator holds on to the memories of the process until its end.
 */
public final class LoadedProcess {
  private final int process;
  private int thread;
  private final List<Integer> memories = new ArrayList<>();

  LoadedProcess(int process) {
    this.process = process;
  }

  /** Capability of the process. */
  public int process() {
    return process;
  }

  /** Capability of its first thread. */
  public int thread() {
    return thread;
  }

  /** Ends the process, wherever it is, and gives back all that it had. */
  public void destroy() {
    SystemCalls.capabilityDestroy(process);
    SystemCalls.capabilityDelete(process);
    if (thread != 0) {
      SystemCalls.capabilityDelete(thread);
    }
    for (int memory : memories) {
      SystemCalls.capabilityDelete(memory);
    }
    memories.clear();
  }

  void setThread(int handle) {
    thread = handle;
  }

  void keep(int memory) {
    memories.add(memory);
  }
}
