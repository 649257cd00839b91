package edgex.kernel.object;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.kernel.sched.KernelThread;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** System calls that make an object which starts empty, charged to the caller's process. */
@StaticInit
@Unmanaged
public final class ObjectHandlers {
  private ObjectHandlers() {}

  /** Makes an endpoint. */
  public static int endpointCreate(KernelThread caller) {
    return create(caller, ObjectType.ENDPOINT);
  }

  /** Makes a notification with no bit set. */
  public static int notificationCreate(KernelThread caller) {
    return create(caller, ObjectType.NOTIFICATION);
  }

  /** Makes a reply object. */
  public static int replyCreate(KernelThread caller) {
    return create(caller, ObjectType.REPLY);
  }

  /**
   * Whether a caller can make one more object of a type and hold a capability for it: 0 or an
   * error, or the result for a caller whose call must start again because the reaper is not done.
   */
  public static int check(KernelThread caller, int type) {
    if (!Reaper.drain()) {
      return caller.rewind();
    }
    return checkPaid(caller, type, caller.process);
  }

  /** Whether a process can pay for one more object, and a caller hold a capability for it. */
  public static int checkPaid(KernelThread caller, int type, KernelProcess payer) {
    int error = Pools.checkCreate(type, payer);
    return error != Errors.NONE ? error : Capabilities.checkCreate(caller.process, 1);
  }

  private static int create(KernelThread caller, int type) {
    int error = check(caller, type);
    if (error != Errors.NONE) {
      return error;
    }
    int index = Pools.take(type, caller.process);
    return Capabilities.createRoot(caller.process, Pools.object(type, index), Rights.ALL);
  }
}
