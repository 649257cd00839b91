package edgex.kernel.object;

import edgex.abi.Errors;
import edgex.abi.FaultKind;
import edgex.abi.ObjectType;
import edgex.abi.ProcessRecord;
import edgex.abi.Rights;
import edgex.abi.ThreadState;
import edgex.kernel.arch.Cpu;
import edgex.kernel.ipc.Endpoint;
import edgex.kernel.ipc.Faults;
import edgex.kernel.memory.Frames;
import edgex.kernel.memory.MessageRecord;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;
import edgex.kernel.sched.Scheduler;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** System calls on processes. */
@StaticInit
@Unmanaged
public final class ProcessHandlers {
  private ProcessHandlers() {}

  /** Makes a process that lives on a part of the quota of its parent. */
  public static int processCreate(
      KernelThread caller,
      int parent,
      int pagesLimit,
      int capabilitiesLimit,
      int objectsLimit,
      int maximumPriority,
      int faultEndpoint) {
    if (!Reaper.drain()) {
      return caller.rewind();
    }
    int parentIndex = Capabilities.find(caller.process, parent, ObjectType.PROCESS, Rights.CONTROL);
    if (parentIndex < 0) {
      return parentIndex;
    }
    int endpoint = KernelObject.NONE;
    if (faultEndpoint != 0) {
      endpoint = Capabilities.find(caller.process, faultEndpoint, ObjectType.ENDPOINT, Rights.SEND);
      if (endpoint < 0) {
        return endpoint;
      }
    }
    KernelProcess payer = KernelProcess.all[Capabilities.all[parentIndex].object()];
    int error = checkLimits(payer, pagesLimit, capabilitiesLimit, objectsLimit);
    if (error == Errors.NONE && maximumPriority < 0) {
      error = Errors.INVALID_ARGUMENT;
    }
    if (error == Errors.NONE && maximumPriority > payer.maximumPriority) {
      error = Errors.PRIORITY_TOO_HIGH;
    }
    if (error == Errors.NONE) {
      // The capability may come out of the same quota that the child's limits are taken from.
      int handles = payer == caller.process ? 1 + capabilitiesLimit : 1;
      error = checkHandle(caller.process, handles);
    }
    if (error != Errors.NONE) {
      return error;
    }
    long rootFrame = Frames.allocateZeroed();
    if (rootFrame == 0) {
      return Errors.OUT_OF_MEMORY;
    }
    KernelProcess process = make(payer, pagesLimit, capabilitiesLimit, objectsLimit, rootFrame);
    process.maximumPriority = maximumPriority;
    setFaultEndpoint(process, endpoint);
    return Capabilities.createRoot(caller.process, process, Rights.ALL);
  }

  private static int checkLimits(KernelProcess payer, int pages, int capabilities, int objects) {
    if (pages < 1 || capabilities < 0 || objects < 0) {
      return Errors.INVALID_ARGUMENT;
    }
    int error = Pools.checkCreate(ObjectType.PROCESS, payer);
    if (error != Errors.NONE) {
      return error;
    }
    boolean fits =
        payer.allowsPages(pages)
            && capabilities <= payer.capabilitiesLimit - payer.capabilitiesUsed
            && objects < payer.objectsLimit - payer.objectsUsed;
    return fits ? Errors.NONE : Errors.QUOTA_EXCEEDED;
  }

  /** As {@code Capabilities.checkCreate} for one handle, with a quota for this many. */
  private static int checkHandle(KernelProcess owner, int quota) {
    if (quota > owner.capabilitiesLimit - owner.capabilitiesUsed) {
      return Errors.QUOTA_EXCEEDED;
    }
    return Capabilities.checkCreate(owner, 1);
  }

  private static KernelProcess make(
      KernelProcess payer, int pages, int capabilities, int objects, long rootFrame) {
    int index = Pools.take(ObjectType.PROCESS, payer);
    KernelProcess process = KernelProcess.all[index];
    process.initialize(pages, capabilities, objects, 0);
    payer.pagesUsed += pages;
    payer.capabilitiesUsed += capabilities;
    payer.objectsUsed += objects;
    process.pagesUsed = 1;
    process.addressSpace.initialize(rootFrame);
    return process;
  }

  private static void setFaultEndpoint(KernelProcess process, int capabilityIndex) {
    if (capabilityIndex == KernelObject.NONE) {
      return;
    }
    Capability capability = Capabilities.all[capabilityIndex];
    process.faultEndpoint = capability.object();
    process.faultEndpointGeneration = Endpoint.all[capability.object()].generation;
    process.faultBadge = capability.badge();
  }

  /** Writes a {@code ProcessRecord} to the caller's message bytes. */
  public static int processInspect(KernelThread caller, int process) {
    int index = Capabilities.find(caller.process, process, ObjectType.PROCESS, Rights.INSPECT);
    if (index < 0) {
      return index;
    }
    Processor.accountAll();
    KernelProcess subject = KernelProcess.all[Capabilities.all[index].object()];
    MessageRecord.put(caller, ProcessRecord.NUMBER, subject.index);
    MessageRecord.put(caller, ProcessRecord.PARENT, subject.payer);
    MessageRecord.put(
        caller, ProcessRecord.STATE, subject.exited ? ProcessRecord.EXITED : ProcessRecord.RUNNING);
    MessageRecord.put(caller, ProcessRecord.PAGES_LIMIT, subject.pagesLimit);
    MessageRecord.put(caller, ProcessRecord.PAGES_USED, subject.pagesUsed);
    MessageRecord.put(caller, ProcessRecord.CAPABILITIES_LIMIT, subject.capabilitiesLimit);
    MessageRecord.put(caller, ProcessRecord.CAPABILITIES_USED, subject.capabilitiesUsed);
    MessageRecord.put(caller, ProcessRecord.OBJECTS_LIMIT, subject.objectsLimit);
    MessageRecord.put(caller, ProcessRecord.OBJECTS_USED, subject.objectsUsed);
    MessageRecord.put(caller, ProcessRecord.THREADS, subject.threadCount);
    MessageRecord.put(caller, ProcessRecord.MAXIMUM_PRIORITY, subject.maximumPriority);
    MessageRecord.put(caller, ProcessRecord.PRIORITY, newestThreadPriority(subject));
    MessageRecord.put(caller, ProcessRecord.CPU_NANOS, subject.cpuNanos);
    MessageRecord.put(caller, ProcessRecord.EXIT_STATUS, subject.exitStatus);
    return Errors.NONE;
  }

  private static int newestThreadPriority(KernelProcess process) {
    return process.firstThread == KernelObject.NONE
        ? KernelObject.NONE
        : KernelThread.all[process.firstThread].effectivePriority;
  }

  /** Ends the caller's process: no thread of it runs again, and its fault endpoint is told. */
  public static int processExit(KernelThread caller, int status) {
    KernelProcess process = caller.process;
    process.exited = true;
    process.exitStatus = status;
    int thread = process.firstThread;
    while (thread != KernelObject.NONE) {
      KernelThread other = KernelThread.all[thread];
      if (other != caller && other.state != ThreadState.STOPPED) {
        Scheduler.stop(other);
        other.faulting = false;
        if (Cpu.interruptPending()) {
          return caller.rewind();
        }
      }
      thread = other.nextInProcess;
    }
    Faults.raise(caller, FaultKind.EXIT, 0, status);
    return Scheduler.NO_RESULT;
  }
}
