package edgex.runtime.thread;

import edgex.abi.MessagePage;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.ipc.Notification;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;
import edgex.runtime.system.SystemCalls;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * A kernel thread of this process that runs unmanaged code, beside the one that runs everything
 * else. Its stack lies between unmapped pages: an overflow is a fault, not damage.
 */
public final class NativeWorker {
  private static final int FINISHED_OFFSET = 16;
  private static final int WORKER_BYTES = 24;
  private static final long FOR_EVER = -1;

  private final int thread;
  private final MappedMemory stack;
  private final long guardAddress;
  private final long messagePage;
  private final Notification finished;
  private final long worker;

  private NativeWorker(WorkerFunction function, long argument, int priority, int stackBytes) {
    // One page stays unmapped on each side, one more is the kernel's message page.
    guardAddress = StartData.reserveAddresses(2L * MessagePage.SIZE_BYTES);
    stack = MappedMemory.create(stackBytes);
    messagePage = guardAddress + MessagePage.SIZE_BYTES;
    finished = Notification.create();
    thread =
        KernelException.check(
            "create thread",
            SystemCalls.threadCreate(Capabilities.require("process"), priority, messagePage));
    worker = stack.address() + stack.sizeBytes() - WORKER_BYTES;
    prepare(worker, function, argument, finished.handle());
  }

  /**
   * Starts a worker.
   *
   * @param function what it runs
   * @param argument what it is given, usually the address of shared memory
   * @param priority 0 to 255, at most the process's maximum
   * @param stackBytes size of its stack, a multiple of the page size
   * @throws KernelException if the quota has no room or the priority is too high
   */
  public static NativeWorker start(
      WorkerFunction function, long argument, int priority, int stackBytes) {
    NativeWorker made = new NativeWorker(function, argument, priority, stackBytes);
    KernelException.check(
        "start thread",
        SystemCalls.threadStart(made.thread, entryAddress(), made.worker, made.worker, 0));
    return made;
  }

  /** The thread's capability. */
  public int thread() {
    return thread;
  }

  /** Whether its function has returned. */
  public boolean isFinished() {
    return RawMemory.loadAcquire32(worker + FINISHED_OFFSET) != 0;
  }

  /**
   * Waits until the function has returned and gives everything back. Every fiber waits with it.
   * Once only.
   */
  public void join() {
    while (!isFinished()) {
      finished.await(FOR_EVER);
    }
    SystemCalls.capabilityDestroy(thread);
    SystemCalls.capabilityDelete(finished.handle());
    stack.delete();
    StartData.releaseAddresses(guardAddress, 2L * MessagePage.SIZE_BYTES);
  }

  @Import(name = "edgex_worker_prepare")
  @Include("edgex.h")
  @Unmanaged
  private static native void prepare(
      long worker, WorkerFunction function, long argument, int notification);

  @Import(name = "edgex_worker_entry_address")
  @Include("edgex.h")
  @Unmanaged
  private static native long entryAddress();
}
