package edgex.kernel.memory;

import edgex.abi.Errors;
import edgex.abi.Rights;
import edgex.kernel.arch.AddressSpace;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.sched.KernelThread;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The message page of a thread: a frame charged to its process, mapped where the creator says. */
@StaticInit
@Unmanaged
public final class MessagePages {
  private MessagePages() {}

  /**
   * Gives a thread its page: 0, {@code QUOTA_EXCEEDED}, {@code OUT_OF_MEMORY}, {@code POOL_EMPTY},
   * {@code ALREADY_MAPPED}; on an error the thread has none, and tables may have been added.
   */
  public static int supply(KernelThread thread, KernelProcess process, long address) {
    if (MemoryHandlers.overlapping(process, address, 1) != KernelObject.NONE) {
      return Errors.ALREADY_MAPPED;
    }
    int error = Mappings.checkCreate(process);
    if (error != Errors.NONE) {
      return error;
    }
    if (!process.allowsPages(1)) {
      return Errors.QUOTA_EXCEEDED;
    }
    long frame = Frames.allocateZeroed();
    if (frame == 0) {
      return Errors.OUT_OF_MEMORY;
    }
    process.pagesUsed++;
    Mapping mapping = Mappings.take(process, address, 1, Rights.READ | Rights.WRITE);
    thread.messagePage = frame;
    thread.messagePageMapping = mapping.index;
    error = Mappings.mapPage(mapping, frame, AddressSpace.MEMORY_NORMAL);
    if (error != Errors.NONE) {
      releaseFrame(thread, process);
    }
    return error;
  }

  /** Takes a thread's page away. */
  public static void release(KernelThread thread) {
    if (thread.messagePageMapping != KernelObject.NONE) {
      releaseFrame(thread, thread.process);
    }
  }

  private static void releaseFrame(KernelThread thread, KernelProcess process) {
    // One page: one step is enough.
    Mappings.removeStep(thread.messagePageMapping);
    Frames.free(thread.messagePage, 1);
    process.pagesUsed--;
    thread.messagePage = 0;
    thread.messagePageMapping = KernelObject.NONE;
  }
}
