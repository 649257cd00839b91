package edgex.kernel.ipc;

import edgex.abi.FaultKind;
import edgex.abi.ThreadState;
import edgex.kernel.debug.Panic;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Scheduler;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** What happens to a running thread that cannot go on. */
@StaticInit
@Unmanaged
public final class Faults {
  private Faults() {}

  /**
   * Stops the running thread and tells its process's fault endpoint; without one, or when that is
   * gone, the thread just stays stopped. The root process has nobody to tell, and nothing goes on
   * without it: its fault, and its exit, end the machine.
   */
  public static void raise(KernelThread thread, int kind, long address, long code) {
    KernelProcess process = thread.process;
    thread.faultKind = kind;
    thread.faultAddress = address;
    thread.faultCode = code;
    if (process.payer == KernelObject.NONE) {
      if (kind == FaultKind.EXIT) {
        Panic.end("the root process has exited");
      } else {
        Panic.panic("the root process has faulted");
      }
    }
    int index = process.faultEndpoint;
    if (index != KernelObject.NONE
        && Endpoint.all[index].generation == process.faultEndpointGeneration) {
      MessageHandlers.sendFault(thread, Endpoint.all[index]);
    } else {
      Scheduler.block(thread, ThreadState.STOPPED);
    }
  }
}
