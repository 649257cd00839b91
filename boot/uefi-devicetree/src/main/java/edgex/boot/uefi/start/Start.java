package edgex.boot.uefi.start;

import edgex.abi.declare.BootOnly;
import edgex.boot.uefi.BootFile;
import edgex.boot.uefi.BootImageFile;
import edgex.boot.uefi.CommandLine;
import edgex.boot.uefi.ConfigurationTables;
import edgex.boot.uefi.Failure;
import edgex.boot.uefi.FirmwareMemory;
import edgex.boot.uefi.KernelFile;
import edgex.boot.uefi.Pages;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The loader's main class on machines that a device tree describes. */
@StaticInit
@Unmanaged
public final class Start {
  /** Kernels of both processors may lie at any multiple of this. */
  private static final long KERNEL_ALIGNMENT = 2 << 20;

  private Start() {}

  /** Called by the run-time start; never returns. */
  @BootOnly(reason = "the loader never collects")
  public static void main(String[] arguments) {
    BootFile.openVolume();
    CommandLine.read();
    KernelFile.read(Processor.machine());
    BootFile image = BootImageFile.read();
    long firmwareTree = ConfigurationTables.deviceTree();
    if (firmwareTree == 0) {
      Failure.exit("the firmware gives no device tree: let it use one instead of ACPI");
    }
    if (!TreeHeader.isGood(firmwareTree)) {
      Failure.exit("the firmware's device tree is damaged or of an unknown version");
    }
    FirmwareMemory.initialize();
    long treeBytes = TreeCopy.sizeBytes(firmwareTree);
    long tree = Pages.allocate(treeBytes);
    if (!TreeCopy.make(firmwareTree, tree, image.address(), image.sizeBytes())) {
      Failure.exit("the firmware's device tree is damaged");
    }
    long processor = Processor.number();
    if (processor < 0) {
      Failure.exit("the firmware does not say on which processor it boots");
    }
    long kernel = placeForKernel();
    KernelFile.copyTo(kernel);
    FirmwareMemory.read();
    if (!TreeCopy.canReserveFirmwareMemory()) {
      Failure.exit("the firmware keeps more ranges of memory than there is space for");
    }
    FirmwareMemory.takeOver();
    TreeCopy.reserveFirmwareMemory();
    Processor.enter(
        kernel + KernelFile.entryDistance(),
        kernel,
        KernelFile.sizeBytes(),
        tree,
        treeBytes,
        processor);
  }

  /** The start of the largest range that nobody has: the kernel's heap will be behind it. */
  private static long placeForKernel() {
    FirmwareMemory.read();
    long best = 0;
    long bestBytes = 0;
    for (int i = 0; i < FirmwareMemory.count(); i++) {
      long start = FirmwareMemory.start(i);
      long aligned = (start + KERNEL_ALIGNMENT - 1) & -KERNEL_ALIGNMENT;
      long bytes = start + FirmwareMemory.sizeBytes(i) - aligned;
      if (FirmwareMemory.isUnused(i) && bytes > bestBytes) {
        best = aligned;
        bestBytes = bytes;
      }
    }
    long place =
        bestBytes < KernelFile.sizeBytes() ? 0 : Pages.allocateAt(best, KernelFile.sizeBytes());
    if (place == 0) {
      Failure.exit("too little memory: give the machine more");
    }
    return place;
  }
}
