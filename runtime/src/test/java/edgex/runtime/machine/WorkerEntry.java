package edgex.runtime.machine;

import edgex.runtime.thread.WorkerFunction;

/** The JVM's twin of the device's class: nothing runs, so nothing is prepared. */
public final class WorkerEntry {
  private WorkerEntry() {}

  public static void prepare(
      long worker, WorkerFunction function, long argument, int notification) {}

  public static long entryAddress() {
    return 0x40_0000;
  }
}
