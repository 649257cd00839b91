package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.Kernel;
import edgex.kernel.machine.BootRequirements;
import edgex.kernel.machine.Symbols;
import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The kernel's main class on x86_64: brings the machine up in the order that each step needs, boots
 * the kernel proper, and leaves to the first thread.
 */
@StaticInit
@Unmanaged
public final class Start {
  private Start() {}

  /** Called by the run-time start with the heap ready; never returns. */
  @BootOnly(reason = "called on the way from Start.main only")
  public static void main(String[] arguments) {
    Console.initialize();
    Symbols.initialize(
        Instructions.imageStart(), Instructions.textEnd(), Instructions.symbolTable());
    CpuControl.initialize();
    long information = Instructions.startInformation();
    if (!StartInformation.isValid(information)) {
      FatalError.boot("no start information of a PVH boot loader with a memory map");
      keepEntries(information);
    }
    CpuFeatures.detect();
    CpuControl.enableFeatures();
    Fpu.initialize();
    Platform.initialize(information);
    KernelSpace.complete();
    checkRequirements();
    startInterrupts(StartInformation.rootPointer(information));
    startTimer();
    Kernel.boot();
    Instructions.enterUser();
  }

  private static void checkRequirements() {
    boolean readable =
        KernelSpace.isReadable(Platform.bootImageStart(), Platform.bootImageSizeBytes());
    String unmet = BootRequirements.unmet(readable);
    if (unmet != null) {
      FatalError.boot(unmet);
    }
  }

  @BootOnly(reason = "called on the way from Start.main only")
  private static void startInterrupts(long rootPointer) {
    LegacyDevices.maskInterruptControllers();
    if (!LocalApic.initialize()) {
      FatalError.boot("the local APIC cannot be mapped");
    }
    IoApic.initialize();
    boolean tables = AcpiTables.initialize(rootPointer);
    long controllers = tables ? AcpiTables.find(AcpiTables.SIGNATURE_MADT) : 0;
    if (controllers == 0) {
      FatalError.boot("the ACPI table of interrupt controllers (MADT) is missing or damaged");
    }
    AcpiInterrupts.addControllers(controllers);
    Interrupts.initialize();
    AcpiInterrupts.applyOverrides(controllers);
    AcpiPower.initialize(AcpiTables.find(AcpiTables.SIGNATURE_FADT));
  }

  private static void startTimer() {
    if (!Calibration.run(AcpiPower.timerPort())) {
      FatalError.boot("no clock moves to measure the processor's with (ACPI timer, PIT)");
    }
    Timer.initialize(Calibration.stampsPerSecond(), Calibration.countsPerSecond());
  }

  /** Never runs: the translator drops what is not reached from here, and assembly calls these. */
  private static void keepEntries(long information) {
    StartInformation.heapEnd(information, 0);
    Trap.systemCall(null, 0);
    Trap.enter(0, 0);
    FatalError.exception(0);
    FatalError.failure(Address.fromLong(0), 0);
  }
}
