package edgex.runtime.machine;

import edgex.runtime.thread.WorkerFunction;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** The native half of a worker thread: what it finds on its stack, and where it begins. */
@StaticInit
public final class WorkerEntry {
  private WorkerEntry() {}

  /** Writes what the worker runs to its place on the stack. */
  @Import(name = "edgex_worker_prepare")
  @Include("edgex.h")
  @Unmanaged
  public static native void prepare(
      long worker, WorkerFunction function, long argument, int notification);

  /** The first instruction of every worker. */
  @Import(name = "edgex_worker_entry_address")
  @Include("edgex.h")
  @Unmanaged
  public static native long entryAddress();
}
