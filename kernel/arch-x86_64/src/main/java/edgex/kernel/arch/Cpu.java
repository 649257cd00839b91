package edgex.kernel.arch;

import edgex.kernel.machine.CpuRequests;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** One processor. Kernel code runs with interrupts off. See {@code arch-api}. */
@StaticInit
@Unmanaged
public final class Cpu {
  private static final int MSR_FS_BASE = 0xc000_0100;

  private Cpu() {}

  /** Index of the CPU that executes this. */
  public static int current() {
    return Instructions.cpuIndex();
  }

  /** CPUs that run, the same from the kernel's boot on. */
  public static int count() {
    return SecondaryCpus.count();
  }

  /** The context to save to on the next entry and to restore on the way out to user mode. */
  public static void setContext(Context context) {
    Instructions.setContext(context);
    Fpu.prepareFor(context);
    loadThreadPointer(context.threadPointer());
  }

  /**
   * Makes the way out of the kernel go to the idle loop (interrupts on, CPU halted) instead of to a
   * context.
   */
  public static void setIdle() {
    Instructions.setContext(null);
    if (SecondaryCpus.count() > 1) {
      Fpu.release();
    }
  }

  /** Interrupts another CPU, which then enters the kernel when its turn comes. */
  public static void wake(int cpu) {
    LocalApic.interrupt(SecondaryCpus.identity(cpu), LocalApic.WAKE_VECTOR);
  }

  /**
   * Takes the thread off another CPU that runs one. Whether the thread had made a system call,
   * which will not be executed.
   */
  public static boolean take(int cpu) {
    CpuRequests.post(cpu, CpuRequests.TAKE);
    return CpuRequests.await(cpu);
  }

  /** Does what another CPU asks of this one: called while it waits for the kernel's lock. */
  public static void perform(int request) {
    if (request == CpuRequests.TAKE) {
      Fpu.release();
      AddressSpace.activateKernel();
    } else {
      AddressSpace.reload();
    }
  }

  /**
   * Whether an interrupt waits to be taken: what long operations ask at their preemption points.
   */
  public static boolean interruptPending() {
    return LocalApic.interruptPending();
  }

  /** After a panic: tells the host and resets the machine. */
  public static void stop() {
    FatalError.end();
  }

  /** Loads FS.base, the base of thread-local storage. */
  static void loadThreadPointer(long address) {
    if (address != Instructions.loadedThreadPointer()) {
      Instructions.setLoadedThreadPointer(address);
      Instructions.writeMsr(MSR_FS_BASE, address);
    }
  }
}
