package edgex.kernel.sched;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.ThreadRecord;
import edgex.abi.ThreadState;
import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.Context;
import edgex.kernel.ipc.Notification;
import edgex.kernel.memory.MemoryHandlers;
import edgex.kernel.memory.MessagePages;
import edgex.kernel.memory.MessageRecord;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.object.ObjectHandlers;
import edgex.kernel.object.Pools;
import edgex.kernel.object.Reaper;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** System calls on threads. */
@StaticInit
@Unmanaged
public final class ThreadHandlers {
  private ThreadHandlers() {}

  /** Makes a thread in a process, which pays for it; it does not run before it is started. */
  public static int threadCreate(
      KernelThread caller, int process, int priority, long messagePageAddress) {
    if (!Reaper.drain()) {
      return caller.rewind();
    }
    int index = Capabilities.find(caller.process, process, ObjectType.PROCESS, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    KernelProcess owner = KernelProcess.all[Capabilities.all[index].object()];
    int error = checkPriority(owner, priority);
    if (error == Errors.NONE) {
      error = MemoryHandlers.checkRange(messagePageAddress, AddressSpace.PAGE_SIZE_BYTES);
    }
    if (error == Errors.NONE && owner.exited) {
      error = Errors.WRONG_STATE;
    }
    if (error == Errors.NONE) {
      error = ObjectHandlers.checkPaid(caller, ObjectType.THREAD, owner);
    }
    return error != Errors.NONE ? error : make(caller, owner, priority, messagePageAddress);
  }

  private static int make(KernelThread caller, KernelProcess owner, int priority, long address) {
    KernelThread thread = KernelThread.all[Pools.take(ObjectType.THREAD, owner)];
    thread.initialize(owner, priority);
    int error = MessagePages.supply(thread, owner, address);
    if (error != Errors.NONE) {
      Reaper.doom(thread);
      Reaper.drain();
      return error;
    }
    return Capabilities.createRoot(caller.process, thread, Rights.ALL);
  }

  private static int checkPriority(KernelProcess process, int priority) {
    if (priority < 0 || priority >= RunQueue.PRIORITIES) {
      return Errors.INVALID_ARGUMENT;
    }
    return priority > process.maximumPriority ? Errors.PRIORITY_TOO_HIGH : Errors.NONE;
  }

  /** Starts a thread that has never run. */
  public static int threadStart(
      KernelThread caller,
      int thread,
      long entry,
      long stackPointer,
      long argument,
      long threadPointer) {
    int index = Capabilities.find(caller.process, thread, ObjectType.THREAD, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    KernelThread subject = KernelThread.all[Capabilities.all[index].object()];
    if (entry == 0 || !isUserAddress(entry) || !isUserAddress(threadPointer)) {
      return Errors.INVALID_ADDRESS;
    }
    if (subject.state != ThreadState.INACTIVE || subject.process.exited) {
      return Errors.WRONG_STATE;
    }
    subject.context.startAt(entry, stackPointer, argument, threadPointer);
    Scheduler.makeReady(subject);
    return Errors.NONE;
  }

  /** Not above user space: what a CPU register may hold without a trap in the kernel. */
  private static boolean isUserAddress(long address) {
    return address >= 0 && address < AddressSpace.userEnd();
  }

  /** Stops a thread; what it waits for ends with {@code CANCELLED}. */
  public static int threadSuspend(KernelThread caller, int thread) {
    int index = Capabilities.find(caller.process, thread, ObjectType.THREAD, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    KernelThread subject = KernelThread.all[Capabilities.all[index].object()];
    int state = subject.state;
    boolean blocked = state != ThreadState.READY && state != ThreadState.RUNNING;
    if (state == ThreadState.INACTIVE) {
      return Errors.WRONG_STATE;
    }
    if (state == ThreadState.STOPPED) {
      return Errors.NONE;
    }
    Scheduler.stop(subject);
    if (subject == caller) {
      // It must find the result when it goes on.
      subject.context.setResult(Errors.NONE);
      return Scheduler.NO_RESULT;
    }
    if (blocked && !subject.faulting) {
      subject.context.setResult(Errors.CANCELLED);
    }
    subject.faulting = false;
    return Errors.NONE;
  }

  /** Lets a stopped thread go on. */
  public static int threadResume(KernelThread caller, int thread) {
    int index = Capabilities.find(caller.process, thread, ObjectType.THREAD, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    KernelThread subject = KernelThread.all[Capabilities.all[index].object()];
    if (subject.state != ThreadState.STOPPED || subject.process.exited) {
      return Errors.WRONG_STATE;
    }
    Scheduler.makeReady(subject);
    return Errors.NONE;
  }

  /** Gives a thread another priority of its own. */
  public static int threadSetPriority(KernelThread caller, int thread, int priority) {
    int index = Capabilities.find(caller.process, thread, ObjectType.THREAD, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    KernelThread subject = KernelThread.all[Capabilities.all[index].object()];
    int error = checkPriority(subject.process, priority);
    if (error != Errors.NONE) {
      return error;
    }
    subject.priority = priority;
    Priorities.refresh(subject);
    return Errors.NONE;
  }

  /** Moves a thread to another CPU, on which it stays. */
  public static int threadSetAffinity(KernelThread caller, int thread, int cpu) {
    int index = Capabilities.find(caller.process, thread, ObjectType.THREAD, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    if (cpu < 0 || cpu >= Processor.all.length) {
      return Errors.INVALID_ARGUMENT;
    }
    KernelThread subject = KernelThread.all[Capabilities.all[index].object()];
    if (subject == caller) {
      // Once it is ready on the other CPU its registers are not this one's to write.
      caller.context.setResult(Errors.NONE);
    }
    Scheduler.move(subject, Processor.all[cpu]);
    return subject == caller ? Scheduler.NO_RESULT : Errors.NONE;
  }

  /** Binds a notification to a thread, or with handle 0 ends the binding. */
  public static int threadBind(KernelThread caller, int thread, int notification) {
    int index = Capabilities.find(caller.process, thread, ObjectType.THREAD, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    KernelThread subject = KernelThread.all[Capabilities.all[index].object()];
    if (notification == 0) {
      Binding.unbind(subject);
      return Errors.NONE;
    }
    int other =
        Capabilities.find(caller.process, notification, ObjectType.NOTIFICATION, Rights.RECEIVE);
    if (other < 0) {
      return other;
    }
    Notification bound = Notification.all[Capabilities.all[other].object()];
    if (subject.boundNotification != KernelObject.NONE || bound.boundThread != KernelObject.NONE) {
      return Errors.WRONG_STATE;
    }
    Binding.bind(subject, bound);
    if (bound.bits != 0) {
      bound.signal(0);
    }
    return Errors.NONE;
  }

  /** Writes a {@code ThreadRecord} to the caller's message bytes. */
  public static int threadInspect(KernelThread caller, int thread) {
    int index = Capabilities.find(caller.process, thread, ObjectType.THREAD, Rights.INSPECT);
    if (index < 0) {
      return index;
    }
    Processor.accountAll();
    KernelThread subject = KernelThread.all[Capabilities.all[index].object()];
    Context context = subject.context;
    MessageRecord.put(caller, ThreadRecord.NUMBER, subject.index);
    MessageRecord.put(caller, ThreadRecord.PROCESS, subject.process.index);
    MessageRecord.put(caller, ThreadRecord.STATE, subject.state);
    MessageRecord.put(caller, ThreadRecord.PRIORITY, subject.priority);
    MessageRecord.put(caller, ThreadRecord.EFFECTIVE_PRIORITY, subject.effectivePriority);
    MessageRecord.put(caller, ThreadRecord.CPU_NANOS, subject.cpuNanos);
    MessageRecord.put(caller, ThreadRecord.INSTRUCTION_POINTER, context.instructionPointer());
    MessageRecord.put(caller, ThreadRecord.STACK_POINTER, context.stackPointer());
    MessageRecord.put(caller, ThreadRecord.CPU, subject.processor.index);
    MessageRecord.put(caller, ThreadRecord.FAULT_KIND, subject.faultKind);
    MessageRecord.put(caller, ThreadRecord.FAULT_ADDRESS, subject.faultAddress);
    MessageRecord.put(caller, ThreadRecord.FAULT_CODE, subject.faultCode);
    int registers = Math.min(Context.registerCount(), ThreadRecord.MAXIMUM_REGISTERS);
    MessageRecord.put(caller, ThreadRecord.REGISTER_COUNT, registers);
    for (int i = 0; i < registers; i++) {
      MessageRecord.put(caller, ThreadRecord.REGISTERS + i, context.register(i));
    }
    return Errors.NONE;
  }

  /** Lets the equals of the caller run first. */
  public static int threadYield(KernelThread caller) {
    caller.context.setResult(Errors.NONE);
    Scheduler.yieldTurn(caller);
    return Scheduler.NO_RESULT;
  }

  /** Ends the calling thread. */
  public static int threadExit(KernelThread caller) {
    Reaper.doom(caller);
    // Whatever is left when an interrupt is pending is done by the next one, or by the idle CPU.
    Reaper.drain();
    return Scheduler.NO_RESULT;
  }

  /** Sets the caller's thread pointer. */
  public static int threadSetPointer(KernelThread caller, long threadPointer) {
    if (!isUserAddress(threadPointer)) {
      return Errors.INVALID_ADDRESS;
    }
    caller.context.setThreadPointer(threadPointer);
    return Errors.NONE;
  }

  /** Blocks the caller for a time; a negative one is for ever. */
  public static int threadSleep(KernelThread caller, long nanos) {
    if (nanos == 0) {
      return Errors.NONE;
    }
    Scheduler.block(caller, ThreadState.SLEEPING, nanos);
    return Scheduler.NO_RESULT;
  }
}
