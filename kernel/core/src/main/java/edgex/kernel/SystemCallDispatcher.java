package edgex.kernel;

import edgex.abi.Errors;
import edgex.kernel.irq.DeviceHandlers;
import edgex.kernel.memory.MemoryHandlers;
import edgex.kernel.object.CapabilityHandlers;
import edgex.kernel.object.ObjectHandlers;
import edgex.kernel.object.ProcessHandlers;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.ThreadHandlers;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Calls the handler of a system call of the slow kind. */
@StaticInit
@Unmanaged
final class SystemCallDispatcher {
  private SystemCallDispatcher() {}

  /** The result, or the negative error, of the call with this number. */
  static long dispatch(
      KernelThread caller, int number, long a0, long a1, long a2, long a3, long a4, long a5) {
    return switch (number) {
      case 8 -> SystemHandlers.nullCall(caller);
      case 9 -> CapabilityHandlers.capabilityDerive(caller, (int) a0, (int) a1, a2);
      case 10 -> CapabilityHandlers.capabilityGrant(caller, (int) a0, (int) a1, (int) a2, a3);
      case 11 -> CapabilityHandlers.capabilityDelete(caller, (int) a0);
      case 12 -> CapabilityHandlers.capabilityRevoke(caller, (int) a0);
      case 13 -> CapabilityHandlers.capabilityInspect(caller, (int) a0);
      case 14 -> CapabilityHandlers.capabilityDestroy(caller, (int) a0);
      case 15 -> CapabilityHandlers.capabilityListProcess(caller, (int) a0, (int) a1);
      case 16 -> ObjectHandlers.endpointCreate(caller);
      case 17 -> ObjectHandlers.notificationCreate(caller);
      case 18 -> ObjectHandlers.replyCreate(caller);
      case 19 ->
          ProcessHandlers.processCreate(
              caller, (int) a0, (int) a1, (int) a2, (int) a3, (int) a4, (int) a5);
      case 20 -> ProcessHandlers.processInspect(caller, (int) a0);
      case 21 -> ProcessHandlers.processExit(caller, (int) a0);
      case 22 -> ThreadHandlers.threadCreate(caller, (int) a0, (int) a1, a2);
      case 23 -> ThreadHandlers.threadStart(caller, (int) a0, a1, a2, a3, a4);
      case 24 -> ThreadHandlers.threadSuspend(caller, (int) a0);
      case 25 -> ThreadHandlers.threadResume(caller, (int) a0);
      case 26 -> ThreadHandlers.threadSetPriority(caller, (int) a0, (int) a1);
      case 27 -> ThreadHandlers.threadBind(caller, (int) a0, (int) a1);
      case 28 -> ThreadHandlers.threadInspect(caller, (int) a0);
      case 29 -> ThreadHandlers.threadYield(caller);
      case 30 -> ThreadHandlers.threadExit(caller);
      case 31 -> ThreadHandlers.threadSetPointer(caller, a0);
      case 32 -> ThreadHandlers.threadSleep(caller, a0);
      case 33 -> MemoryHandlers.memoryCreate(caller, a0);
      case 34 -> MemoryHandlers.memoryMap(caller, (int) a0, (int) a1, a2, a3, a4, (int) a5);
      case 35 -> MemoryHandlers.memoryUnmap(caller, (int) a0, a1, a2);
      case 36 -> MemoryHandlers.memoryProtect(caller, (int) a0, a1, (int) a2);
      case 37 -> MemoryHandlers.memorySize(caller, (int) a0);
      case 38 -> MemoryHandlers.memorySlice(caller, (int) a0, a1, a2);
      case 39 -> DeviceHandlers.deviceSlice(caller, (int) a0, a1, a2);
      case 40 -> DeviceHandlers.deviceRead(caller, (int) a0, a1, (int) a2);
      case 41 -> DeviceHandlers.deviceWrite(caller, (int) a0, a1, (int) a2, a3);
      case 42 -> DeviceHandlers.interruptCreate(caller, (int) a0, (int) a1);
      case 43 -> DeviceHandlers.interruptBind(caller, (int) a0, (int) a1);
      case 44 -> DeviceHandlers.interruptAcknowledge(caller, (int) a0);
      case 45 -> SystemHandlers.clockNanos(caller);
      case 46 -> SystemHandlers.systemInspect(caller, (int) a0);
      case 47 -> SystemHandlers.systemPower(caller, (int) a0, (int) a1);
      case 48 -> SystemHandlers.logAppend(caller, (int) a0, (int) a1);
      case 49 -> SystemHandlers.logRead(caller, (int) a0, a1);
      case 50 -> SystemHandlers.commandLineRead(caller, (int) a0, (int) a1);
      default -> Errors.UNKNOWN_CALL;
    };
  }
}
