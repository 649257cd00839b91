package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.Kernel;
import edgex.kernel.machine.BootRequirements;
import edgex.kernel.machine.BootResources;
import edgex.kernel.machine.DeviceMemory;
import edgex.kernel.machine.DeviceTree;
import edgex.kernel.machine.Symbols;
import org.teavm.interop.Address;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The kernel's main class on ARM64: brings the machine up in the order that each step needs, boots
 * the kernel proper, and leaves to the first thread.
 */
@StaticInit
@Unmanaged
public final class Start {
  private Start() {}

  /**
   * Where the heap must end that begins at physical address {@code start}: at the end of that RAM,
   * of the boot mapping, or at what else lies there. Called by the assembly before there is a heap;
   * does not return without a machine to boot on.
   */
  @Export(name = "boot_heap_end")
  static long heapEnd(long tree, long start) {
    openDeviceTree(tree);
    long end = Math.min(DeviceMemory.freeEnd(start), KernelSpace.bootMapEnd(start));
    if (end <= start) {
      FatalError.boot("no memory behind the kernel, says the device tree");
    }
    return end;
  }

  /** Called by the run-time start with the heap ready; never returns. */
  @BootOnly(reason = "called on the way from Start.main only")
  public static void main(String[] arguments) {
    long tree = Instructions.deviceTree();
    openDeviceTree(tree);
    if (DeviceTree.root() == DeviceTree.NONE) {
      keepEntries();
    }
    Symbols.initialize(
        Instructions.imageStart(), Instructions.textEnd(), Instructions.symbolTable());
    CpuFeatures.enable();
    Fpu.initialize();
    PowerControl.initialize();
    BootResources.learn(KernelSpace.directMapEnd());
    KernelSpace.complete();
    checkRequirements();
    if (!Gic.initialize()) {
      FatalError.boot("no interrupt controller that is known (GICv2, GICv3)");
    }
    if (!Timer.initialize()) {
      FatalError.boot("no generic timer with a known frequency and a virtual interrupt");
    }
    Kernel.boot();
    Instructions.enterUser();
  }

  private static void openDeviceTree(long tree) {
    int result = DeviceTree.open(tree, Math.max(KernelSpace.bootMapEnd(tree) - tree, 0));
    Console.initialize();
    if (result != DeviceTree.GOOD) {
      FatalError.boot(DeviceTree.message(result));
    }
  }

  private static void checkRequirements() {
    boolean readable =
        KernelSpace.isReadable(Platform.bootImageStart(), Platform.bootImageSizeBytes());
    String unmet = BootRequirements.unmet(readable);
    if (unmet != null) {
      FatalError.boot(unmet);
    }
  }

  /** Never runs: the translator drops what is not reached from here, and assembly calls these. */
  private static void keepEntries() {
    heapEnd(0, 0);
    Trap.systemCall(null, 0);
    Trap.synchronous(null, 0);
    Trap.interrupt();
    FatalError.exception(0);
    FatalError.failure(Address.fromLong(0), 0);
  }
}
