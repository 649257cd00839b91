package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The per-CPU blocks, which each CPU reaches by gs; offsets are those of {@code cpu.h}. */
@StaticInit
@Unmanaged
final class CpuBlock {
  static final int BYTES = 64;
  static final int STACK_TOP = 8;
  static final int INDEX = 48;
  static final int ONLINE = 52;

  /** Size of a kernel stack. */
  static final int STACK_BYTES = 16384;

  private static long[] addresses;

  private CpuBlock() {}

  /** Makes room for the addresses; that of the CPU that boots is known. */
  @BootOnly(reason = "called on the way from Start.main only")
  static void create(int cpus) {
    addresses = new long[cpus];
    addresses[0] = Instructions.cpuBlock();
  }

  /** Address of a CPU's block. */
  static long of(int cpu) {
    return addresses[cpu];
  }

  static void set(int cpu, long address) {
    addresses[cpu] = address;
    KernelMemory.write32(address + INDEX, cpu);
  }
}
