package edgex.kernel.object;

import edgex.kernel.memory.Frames;
import edgex.kernel.memory.Mappings;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The end of a process, in this order: threads, so that nothing of it runs any more; objects
 * charged to it, its children among them; capabilities; mappings; page tables; the limits go back.
 */
@StaticInit
@Unmanaged
final class ProcessEnd {
  private ProcessEnd() {}

  /** One bounded step; true when nothing is left. */
  static boolean step(KernelProcess process) {
    if (process.firstThread != KernelObject.NONE) {
      Reaper.doomBefore(KernelThread.all[process.firstThread], process);
      return false;
    }
    if (process.firstPaid != KernelObject.NONE) {
      Reaper.doom(Pools.object(process.firstPaid));
      return false;
    }
    if (process.firstCapability != KernelObject.NONE) {
      Capabilities.deleteStep(process.firstCapability);
      return false;
    }
    if (process.mappingRoot != KernelObject.NONE) {
      Mappings.removeStep(process.mappingRoot);
      return false;
    }
    if (process.objectsUsed != 0) {
      Reaper.moveToEnd(process);
      return false;
    }
    return releaseTable(process);
  }

  private static boolean releaseTable(KernelProcess process) {
    Processor.leaveAddressSpace(process);
    long table = process.addressSpace.takeTable();
    if (table != 0) {
      Frames.free(table, 1);
      process.pagesUsed--;
      return false;
    }
    Frames.free(process.addressSpace.rootFrame(), 1);
    process.addressSpace.release();
    process.pagesUsed--;
    if (process.payer != KernelObject.NONE) {
      KernelProcess parent = KernelProcess.all[process.payer];
      parent.pagesUsed -= process.pagesLimit;
      parent.capabilitiesUsed -= process.capabilitiesLimit;
      parent.objectsUsed -= process.objectsLimit;
    }
    return true;
  }
}
