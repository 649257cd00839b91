package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.machine.ConsoleText;
import edgex.kernel.machine.KernelLock;
import edgex.kernel.machine.MemoryMap;
import org.teavm.interop.Address;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Starts the other processors that the firmware's table lists (SDM volume 3, 8.4.4): INIT, then a
 * start-up interrupt that names the page below 1 MiB where {@code boot.S}'s code for them lies.
 * Each gets memory of its own and goes to its idle loop, where it waits for a wake-up.
 *
 * <pre>
 *   area of a CPU:  per-CPU block | segment table | task state | fault stacks
 * </pre>
 */
@StaticInit
@Unmanaged
final class SecondaryCpus {
  private static final int SEGMENTS_OFFSET = CpuBlock.BYTES;
  private static final int TASK_STATE_OFFSET = SEGMENTS_OFFSET + CpuControl.SEGMENT_TABLE_BYTES;
  private static final int FAULT_STACKS_OFFSET = TASK_STATE_OFFSET + 128;
  private static final int AREA_BYTES = FAULT_STACKS_OFFSET + CpuControl.FAULT_STACKS_BYTES;
  private static final int AREA_ALIGNMENT_BYTES = 64;

  /** Real mode reaches no further; above are the firmware's areas. */
  private static final long REAL_MODE_END = 0xa_0000;

  /** What {@code secondary_parameters} holds, in bytes from its start. */
  private static final int PARAMETER_TABLE = 8;

  private static final int PARAMETER_ENTRY = 12;
  private static final int PARAMETERS_BYTES = 24;

  private static final long INITIALIZE_NANOS = 10_000_000;
  private static final long RETRY_NANOS = 1_000_000;
  private static final long PATIENCE_NANOS = 500_000_000;

  private static int count = 1;
  private static int[] identities;

  private SecondaryCpus() {}

  /** CPUs that run. */
  static int count() {
    return count;
  }

  /** By what number the local APIC of a CPU is addressed. */
  static int identity(int cpu) {
    return identities[cpu];
  }

  /** Starts all of them; one that does not answer is left out, with a message. */
  @BootOnly(reason = "called on the way from Start.main only")
  static void start() {
    int listed = AcpiInterrupts.processorCount();
    int size = Math.max(listed, 1);
    CpuBlock.create(size);
    identities = new int[size];
    identities[0] = LocalApic.identity();
    if (listed > 1) {
      startListed(listed);
    }
    KernelLock.create(count);
  }

  @BootOnly(reason = "called on the way from Start.main only")
  private static void startListed(int listed) {
    long page = freePage();
    if (page == 0) {
      ConsoleText.writeLine("EdgeX: no page below 640 KiB is free to start other CPUs from");
      return;
    }
    long table = KernelSpace.makeStartTable();
    for (int i = 0; i < listed; i++) {
      int identity = AcpiInterrupts.processorIdentity(i);
      if (identity != identities[0] && count < identities.length) {
        startOne(identity, page, table);
      }
    }
    for (int offset = 0; offset < AddressSpace.PAGE_SIZE_BYTES; offset += Long.BYTES) {
      PhysicalMemory.write64(page + offset, 0);
    }
  }

  /** Nobody has asked for memory yet: what is free now is nobody's. */
  private static long freePage() {
    for (int i = 0; i < MemoryMap.freeCount(); i++) {
      long start = MemoryMap.freeStart(i);
      boolean whole = MemoryMap.freeEnd(i) - start >= AddressSpace.PAGE_SIZE_BYTES;
      if (whole && start < REAL_MODE_END) {
        return start;
      }
    }
    return 0;
  }

  @BootOnly(reason = "called on the way from Start.main only")
  private static void startOne(int identity, long page, long table) {
    long block = makeArea();
    if (block == 0) {
      return;
    }
    identities[count] = identity;
    CpuBlock.set(count, block);
    copyCode(page);
    long parameters = page + Instructions.secondaryParameters() - Instructions.secondaryStart();
    long entry = page + Instructions.secondaryLong() - Instructions.secondaryStart();
    PhysicalMemory.write64(parameters, block);
    PhysicalMemory.write32(parameters + PARAMETER_TABLE, (int) table);
    PhysicalMemory.write32(parameters + PARAMETER_ENTRY, (int) entry);
    LocalApic.initializeOther(identity);
    await(block, INITIALIZE_NANOS);
    int pageNumber = (int) (page / AddressSpace.PAGE_SIZE_BYTES);
    LocalApic.start(identity, pageNumber);
    if (!await(block, RETRY_NANOS)) {
      LocalApic.start(identity, pageNumber);
    }
    if (await(block, PATIENCE_NANOS)) {
      count++;
    } else {
      LocalApic.initializeOther(identity);
      ConsoleText.write("EdgeX: CPU with local APIC ");
      ConsoleText.writeDecimal(identity);
      ConsoleText.writeLine(" does not start");
    }
  }

  private static void copyCode(long page) {
    long from = Instructions.secondaryStart();
    long bytes = Instructions.secondaryParameters() + PARAMETERS_BYTES - from;
    for (long offset = 0; offset < bytes; offset++) {
      PhysicalMemory.write8(page + offset, KernelMemory.read8(from + offset));
    }
  }

  /**
   * Memory for one more CPU: address of its per-CPU block; 0 when there is no place for a stack.
   */
  @BootOnly(reason = "called on the way from Start.main only")
  private static long makeArea() {
    int pages = CpuBlock.STACK_BYTES / AddressSpace.PAGE_SIZE_BYTES;
    long stack = KernelMemory.heapToPhysical(KernelSpace.allocatePages(pages));
    long top = KernelSpace.mapStack(stack, pages);
    if (top == 0) {
      return 0;
    }
    long[] words = new long[(AREA_BYTES + AREA_ALIGNMENT_BYTES) / Long.BYTES];
    long area = (Address.ofData(words).toLong() + AREA_ALIGNMENT_BYTES - 1) & -AREA_ALIGNMENT_BYTES;
    KernelMemory.write64(area + CpuBlock.STACK_TOP, top);
    for (int i = 0; i < CpuControl.SEGMENT_TABLE_BYTES; i += Long.BYTES) {
      KernelMemory.write64(
          area + SEGMENTS_OFFSET + i, KernelMemory.read64(Instructions.segmentTable() + i));
    }
    return area;
  }

  /** Whether a CPU runs; waits for it this long at most. */
  private static boolean await(long block, long nanos) {
    long end = Timer.nowNanos() + nanos;
    while (Instructions.loadAcquire32(block + CpuBlock.ONLINE) == 0) {
      if (Timer.nowNanos() >= end) {
        return false;
      }
      Instructions.pause();
    }
    return true;
  }

  /** Where such a CPU comes from the assembly, on its own stack; its number is in its block. */
  @Export(name = "boot_secondary")
  static void begin(long block) {
    Instructions.writeCr3(KernelSpace.topTablePhysical());
    CpuControl.initializeCpu(
        block, block + SEGMENTS_OFFSET, block + TASK_STATE_OFFSET, block + FAULT_STACKS_OFFSET);
    CpuControl.enableFeatures();
    Fpu.initializeCpu();
    LocalApic.initializeCpu();
    Timer.initializeCpu();
    Instructions.storeRelease32(block + CpuBlock.ONLINE, 1);
    Instructions.enterUser();
  }
}
