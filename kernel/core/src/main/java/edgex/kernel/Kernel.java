package edgex.kernel;

import edgex.abi.MessageCalls;
import edgex.abi.SystemCallTable;
import edgex.abi.declare.BootOnly;
import edgex.abi.declare.GenerateSystemCallDispatcher;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.Cpu;
import edgex.kernel.arch.Platform;
import edgex.kernel.boot.RootProcess;
import edgex.kernel.debug.CommandLine;
import edgex.kernel.debug.KernelLog;
import edgex.kernel.ipc.FastPath;
import edgex.kernel.ipc.Faults;
import edgex.kernel.ipc.MessageHandlers;
import edgex.kernel.irq.DeviceHandlers;
import edgex.kernel.irq.InterruptLine;
import edgex.kernel.memory.Frames;
import edgex.kernel.memory.MemoryHandlers;
import edgex.kernel.object.CapabilityHandlers;
import edgex.kernel.object.ObjectHandlers;
import edgex.kernel.object.PoolSizes;
import edgex.kernel.object.Pools;
import edgex.kernel.object.ProcessHandlers;
import edgex.kernel.object.Reaper;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;
import edgex.kernel.sched.Scheduler;
import edgex.kernel.sched.ThreadHandlers;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The way into the kernel: what an architecture's entry code calls, with interrupts off. After each
 * of these the CPU goes on with the context, or the idle loop, that was chosen last.
 */
@StaticInit
@Unmanaged
@GenerateSystemCallDispatcher(
    table = SystemCallTable.class,
    handlers = {
      CapabilityHandlers.class,
      DeviceHandlers.class,
      MemoryHandlers.class,
      ObjectHandlers.class,
      ProcessHandlers.class,
      SystemHandlers.class,
      ThreadHandlers.class
    },
    context = KernelThread.class)
public final class Kernel {
  /** Tells the kernel's output from what firmware wrote before, for a reader who asks for that. */
  private static final int FORM_FEED = 0x0c;

  private Kernel() {}

  /** Brings the kernel up with pools in proportion to RAM, and makes the root process current. */
  @BootOnly(reason = "makes the pools")
  public static void boot() {
    if (CommandLine.hasWord("form-feed")) {
      Platform.consoleWrite(FORM_FEED);
    }
    boot(PoolSizes.forMemory(Platform.memoryTotalBytes()));
  }

  /** As {@link #boot()}, with pools of these sizes. All allocation comes before memory is asked. */
  @BootOnly(reason = "makes the pools")
  public static void boot(PoolSizes sizes) {
    KernelLog.create();
    Pools.create(sizes);
    Processor.create(Cpu.count(), sizes.threads);
    Frames.create();
    Frames.addMemory();
    RootProcess.start();
    Scheduler.leave();
  }

  /**
   * A thread made a system call; its context is the current one. Without a current thread another
   * CPU has taken the caller, and its call back, while this one waited for its turn.
   */
  public static void systemCall(Context context, int number) {
    Processor processor = Processor.self();
    KernelThread caller = processor.current;
    if (caller == null) {
      Scheduler.leave();
      return;
    }
    if (number > MessageCalls.SIGNAL || !trySendFast(processor, caller, number)) {
      long result = execute(caller, number);
      if (result != Scheduler.NO_RESULT) {
        context.setResult(result);
      }
    }
    // Most calls change nothing for the scheduler: one test here is cheaper than going there.
    if (processor.reschedule) {
      Scheduler.leave();
    }
  }

  /** Whether the call was one that has a fast path, and took it. */
  private static boolean trySendFast(Processor processor, KernelThread caller, int number) {
    if (number == MessageCalls.CALL) {
      return FastPath.call(processor, caller);
    }
    return number == MessageCalls.REPLY_RECEIVE && FastPath.replyReceive(processor, caller);
  }

  private static long execute(KernelThread caller, int number) {
    if (caller.reaping) {
      return Reaper.finish(caller);
    }
    if (number <= MessageCalls.SIGNAL) {
      return MessageHandlers.dispatch(caller, number);
    }
    return SystemCallDispatcher.dispatch(caller, number);
  }

  /** An interrupt came in on a line, which is masked. */
  public static void interrupt(int line) {
    InterruptLine.raise(line);
    leaveFromInterrupt();
  }

  /** The alarm of this CPU rang, perhaps early. */
  public static void timer() {
    Scheduler.timerExpired();
    leaveFromInterrupt();
  }

  /**
   * The current thread did something that its process may not; kind is of {@code FaultKind}. One
   * that another CPU has taken meanwhile does it again when it goes on.
   */
  public static void fault(Context context, int kind, long address, long code) {
    KernelThread current = Processor.self().current;
    if (current != null) {
      Faults.raise(current, kind, address, code);
    }
    Scheduler.leave();
  }

  /** Another CPU has changed what this one has to run. */
  public static void wake() {
    leaveFromInterrupt();
  }

  /** An idle CPU goes on with what the reaper has left to do. */
  private static void leaveFromInterrupt() {
    Processor processor = Processor.self();
    if (processor.current == null) {
      processor.countIdleWakeup();
      processor.reschedule = true;
    }
    Scheduler.leave();
  }
}
