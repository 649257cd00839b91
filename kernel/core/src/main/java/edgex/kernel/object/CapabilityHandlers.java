package edgex.kernel.object;

import edgex.abi.CapabilityRecord;
import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.kernel.arch.Cpu;
import edgex.kernel.memory.MessageRecord;
import edgex.kernel.sched.KernelThread;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** System calls on capabilities. */
@StaticInit
@Unmanaged
public final class CapabilityHandlers {
  private static final int TYPE_SHIFT = 8;

  private CapabilityHandlers() {}

  /** Derives a capability in the caller's own table. */
  public static int capabilityDerive(KernelThread caller, int handle, int rights, long badge) {
    int index = Capabilities.findLive(caller.process, handle);
    return index < 0 ? index : derive(caller.process, index, rights, badge);
  }

  /** Derives a capability into another process's table. */
  public static int capabilityGrant(
      KernelThread caller, int process, int handle, int rights, long badge) {
    int target = Capabilities.find(caller.process, process, ObjectType.PROCESS, Rights.CONTROL);
    if (target < 0) {
      return target;
    }
    int index = Capabilities.findLive(caller.process, handle);
    if (index < 0) {
      return index;
    }
    if (!Capabilities.all[index].allows(Rights.GRANT)) {
      return Errors.MISSING_RIGHT;
    }
    KernelProcess owner = KernelProcess.all[Capabilities.all[target].object()];
    return derive(owner, index, rights, badge);
  }

  private static int derive(KernelProcess owner, int index, int rights, long badge) {
    Capability from = Capabilities.all[index];
    if ((rights & ~from.rights()) != 0) {
      return Errors.INVALID_ARGUMENT;
    }
    long newBadge = from.badge();
    if (badge != 0) {
      if (from.type() != ObjectType.ENDPOINT && from.type() != ObjectType.NOTIFICATION) {
        return Errors.WRONG_TYPE;
      }
      if (newBadge != 0) {
        return Errors.ALREADY_BADGED;
      }
      newBadge = badge;
    }
    int error = Capabilities.checkCreate(owner, 1);
    return error != Errors.NONE ? error : Capabilities.derive(owner, index, rights, newBadge);
  }

  /** Deletes a capability; those derived from it go over to its parent. */
  public static int capabilityDelete(KernelThread caller, int handle) {
    int index = Capabilities.findAny(caller.process, handle);
    if (index < 0) {
      return index;
    }
    while (!Capabilities.deleteStep(index)) {
      if (Cpu.interruptPending()) {
        return caller.rewind();
      }
    }
    return Reaper.finish(caller);
  }

  /** Deletes everything that was derived from a capability. */
  public static int capabilityRevoke(KernelThread caller, int handle) {
    int index = Capabilities.findAny(caller.process, handle);
    if (index < 0) {
      return index;
    }
    while (!Capabilities.revokeStep(index)) {
      if (Cpu.interruptPending()) {
        return caller.rewind();
      }
    }
    return Reaper.finish(caller);
  }

  /** Type and rights of a capability. */
  public static int capabilityInspect(KernelThread caller, int handle) {
    int index = Capabilities.findLive(caller.process, handle);
    if (index < 0) {
      return index;
    }
    Capability capability = Capabilities.all[index];
    return (capability.type() << TYPE_SHIFT) | capability.rights();
  }

  /** Destroys the object of a capability, and the capability. */
  public static int capabilityDestroy(KernelThread caller, int handle) {
    int index = Capabilities.findLive(caller.process, handle);
    if (index < 0) {
      return index;
    }
    Capability capability = Capabilities.all[index];
    if (!capability.allows(Rights.CONTROL)) {
      return Errors.MISSING_RIGHT;
    }
    Reaper.doom(Pools.object(capability.type(), capability.object()));
    return Reaper.finish(caller);
  }

  /** Reports one capability of a process: the first, or the one after a given one. */
  public static int capabilityListProcess(KernelThread caller, int process, int afterIndex) {
    int target = Capabilities.find(caller.process, process, ObjectType.PROCESS, Rights.INSPECT);
    if (target < 0) {
      return target;
    }
    KernelProcess owner = KernelProcess.all[Capabilities.all[target].object()];
    int index = owner.firstCapability;
    if (afterIndex != 0) {
      int after = afterIndex - 1;
      if (after < 0
          || after >= Capabilities.all.length
          || Capabilities.all[after].owner != owner.index) {
        return Errors.INVALID_ARGUMENT;
      }
      index = Capabilities.all[after].nextOwned;
    }
    if (index == KernelObject.NONE) {
      return 0;
    }
    Capability capability = Capabilities.all[index];
    MessageRecord.put(caller, CapabilityRecord.HANDLE, capability.handle());
    MessageRecord.put(caller, CapabilityRecord.TYPE, capability.type());
    MessageRecord.put(caller, CapabilityRecord.RIGHTS, capability.rights());
    MessageRecord.put(caller, CapabilityRecord.OBJECT, capability.object());
    MessageRecord.put(caller, CapabilityRecord.BADGE, capability.badge());
    MessageRecord.put(caller, CapabilityRecord.STALE, capability.isStale() ? 1 : 0);
    return index + 1;
  }
}
