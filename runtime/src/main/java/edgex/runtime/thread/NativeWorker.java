package edgex.runtime.thread;

import edgex.abi.MessagePage;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.ipc.Notification;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;
import edgex.runtime.machine.WorkerEntry;
import edgex.runtime.system.SystemCalls;

/**
 * A kernel thread of this process that runs unmanaged code, beside the one that runs everything
 * else. Its stack lies between unmapped pages: an overflow is a fault, not damage.
 */
public final class NativeWorker {
  private static final int FINISHED_OFFSET = 16;
  private static final int WORKER_BYTES = 24;
  private static final long FOR_EVER = -1;

  /** The page itself, and one on each side that keeps it apart from all else. */
  private static final long MESSAGE_ADDRESSES_BYTES = 3L * MessagePage.SIZE_BYTES;

  private final MappedMemory stack;
  private final long worker;
  private Notification finished;
  private long messageAddresses = -1;
  private int thread;

  private NativeWorker(int stackBytes) {
    stack = MappedMemory.createGuarded(stackBytes, MessagePage.SIZE_BYTES);
    worker = stack.address() + stack.sizeBytes() - WORKER_BYTES;
  }

  /**
   * Starts a worker.
   *
   * @param function what it runs
   * @param argument what it is given, usually the address of shared memory
   * @param priority 0 to 255, at most the process's maximum
   * @param stackBytes size of its stack, a multiple of the page size
   * @throws KernelException if the quota has no room or the priority is too high; nothing is left
   */
  public static NativeWorker start(
      WorkerFunction function, long argument, int priority, int stackBytes) {
    NativeWorker made = new NativeWorker(stackBytes);
    boolean started = false;
    try {
      made.makeThread(priority);
      WorkerEntry.prepare(made.worker, function, argument, made.finished.handle());
      KernelException.check(
          "start thread",
          SystemCalls.threadStart(
              made.thread, WorkerEntry.entryAddress(), made.worker, made.worker, 0));
      started = true;
      return made;
    } finally {
      if (!started) {
        made.release();
      }
    }
  }

  private void makeThread(int priority) {
    finished = Notification.create();
    messageAddresses = StartData.reserveAddresses(MESSAGE_ADDRESSES_BYTES);
    if (messageAddresses < 0) {
      throw new OutOfMemoryError("no addresses left for a message page");
    }
    thread =
        KernelException.check(
            "create thread",
            SystemCalls.threadCreate(
                Capabilities.require("process"),
                priority,
                messageAddresses + MessagePage.SIZE_BYTES));
  }

  /** Gives back what there is. */
  private void release() {
    if (thread > 0) {
      SystemCalls.capabilityDestroy(thread);
      SystemCalls.capabilityDelete(thread);
    }
    if (messageAddresses >= 0) {
      StartData.releaseAddresses(messageAddresses, MESSAGE_ADDRESSES_BYTES);
    }
    if (finished != null) {
      SystemCalls.capabilityDelete(finished.handle());
    }
    stack.delete();
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
    release();
  }
}
