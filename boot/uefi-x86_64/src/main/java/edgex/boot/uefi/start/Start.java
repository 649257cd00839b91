package edgex.boot.uefi.start;

import edgex.abi.declare.BootOnly;
import edgex.boot.uefi.BootFile;
import edgex.boot.uefi.BootImageFile;
import edgex.boot.uefi.CommandLine;
import edgex.boot.uefi.ConfigurationTables;
import edgex.boot.uefi.Failure;
import edgex.boot.uefi.FirmwareMemory;
import edgex.boot.uefi.KernelFile;
import edgex.boot.uefi.Memory;
import edgex.boot.uefi.Pages;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The loader's main class on x86_64. */
@StaticInit
@Unmanaged
public final class Start {
  /** EM_X86_64. */
  private static final int MACHINE = 62;

  /** What the way out, which ends in 32-bit mode, can reach. */
  private static final long REACHABLE_END = 1L << 32;

  private Start() {}

  /** Called by the run-time start; never returns. */
  @BootOnly(reason = "the loader never collects")
  public static void main(String[] arguments) {
    BootFile.openVolume();
    CommandLine.read();
    KernelFile.read(MACHINE);
    BootFile image = BootImageFile.read();
    long rootPointer = ConfigurationTables.acpi();
    if (rootPointer == 0) {
      Failure.exit("the firmware has no ACPI tables, which tell what the machine consists of");
    }
    FirmwareMemory.initialize();
    long place = KernelFile.physicalStart();
    requireFree(place);
    long information = StartInformation.create(image.address(), image.sizeBytes(), rootPointer);
    long staged = Pages.allocateBelow(REACHABLE_END, KernelFile.sizeBytes());
    KernelFile.copyTo(staged);
    long code = Pages.allocateCodeBelow(REACHABLE_END, Leave.codeBytes());
    Memory.copy(code, Leave.code(), Leave.codeBytes());
    requireApart(information, StartInformation.SIZE_BYTES);
    requireApart(staged, KernelFile.sizeBytes());
    requireApart(code, Memory.PAGE_BYTES);
    requireApart(image.address(), image.sizeBytes());
    FirmwareMemory.takeOver();
    StartInformation.addMemoryMap(information);
    Leave.enter(
        code,
        place + KernelFile.entryDistance(),
        staged,
        place,
        KernelFile.sizeBytes(),
        information);
  }

  /**
   * The kernel's place is taken, so that nothing else gets it; or the firmware has it, but only
   * until it goes.
   */
  private static void requireFree(long place) {
    if (Pages.allocateAt(place, KernelFile.sizeBytes()) != 0) {
      return;
    }
    FirmwareMemory.read();
    long end = place + KernelFile.sizeBytes();
    long coveredBytes = 0;
    for (int i = 0; i < FirmwareMemory.count(); i++) {
      long start = FirmwareMemory.start(i);
      long common = Math.min(end, start + FirmwareMemory.sizeBytes(i)) - Math.max(place, start);
      if (FirmwareMemory.kind(i) == FirmwareMemory.RAM && common > 0) {
        coveredBytes += common;
      }
    }
    if (coveredBytes < KernelFile.sizeBytes()) {
      refuse();
    }
  }

  private static void requireApart(long address, long sizeBytes) {
    long place = KernelFile.physicalStart();
    if (address < place + KernelFile.sizeBytes() && place < address + sizeBytes) {
      refuse();
    }
  }

  private static void refuse() {
    Failure.exit("the firmware keeps the memory at 10 MiB, where the kernel must be");
  }
}
