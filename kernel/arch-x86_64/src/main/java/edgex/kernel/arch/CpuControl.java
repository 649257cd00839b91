package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Descriptor tables and the registers that decide how the kernel is entered (SDM volume 3, chapters
 * 2, 5, 6 and 7.7).
 */
@StaticInit
@Unmanaged
final class CpuControl {
  /** CR4 bit: entries marked global stay in the TLB when CR3 changes. */
  static final long CR4_GLOBAL_PAGES = 1 << 7;

  static final int SEGMENT_TABLE_BYTES = 64;
  private static final int TASK_STATE_SELECTOR = 0x30;
  static final int TASK_STATE_BYTES = 104;
  private static final int TASK_STATE_STACK_OFFSET = 4;
  private static final int TASK_STATE_FAULT_STACKS_OFFSET = 36;
  private static final int TASK_STATE_PORT_MAP_OFFSET = 102;
  private static final long TASK_STATE_TYPE = 0x89;

  private static final int GATES = 256;
  private static final int GATE_BYTES = 16;
  private static final int STUB_COUNT = 192;
  private static final int STUB_BYTES = 9;
  private static final int KERNEL_CODE_SELECTOR = 0x08;
  private static final int INTERRUPT_GATE = 0x8e;
  private static final int USER_INTERRUPT_GATE = 0xee;

  private static final int FAULT_STACK_BYTES = 2048;

  /** Of all fault stacks of one CPU. */
  static final int FAULT_STACKS_BYTES = FaultStack.COUNT * FAULT_STACK_BYTES;

  private static final int MSR_STAR = 0xc000_0081;
  private static final int MSR_LSTAR = 0xc000_0082;
  private static final int MSR_FMASK = 0xc000_0084;
  private static final int MSR_GS_BASE = 0xc000_0101;
  private static final int MSR_KERNEL_GS_BASE = 0xc000_0102;

  /** SYSCALL takes CS 0x08, SS 0x10; SYSRET CS 0x18 + 16, SS 0x18 + 8, at ring 3. */
  private static final long STAR_SELECTORS = (0x1bL << 48) | (0x08L << 32);

  /** Flags that SYSCALL clears: all but the one that is always set. */
  private static final long SYSTEM_CALL_FLAGS_CLEARED = 0x0024_7fd5;

  private CpuControl() {}

  /** Loads GDT, TSS and IDT, so that a fault is reported, and enables SYSCALL. */
  static void initialize() {
    makeGates();
    initializeCpu(
        Instructions.cpuBlock(),
        Instructions.segmentTable(),
        Instructions.taskState(),
        Instructions.faultStacks());
  }

  /** The same for this CPU, with a segment table and memory of its own; all but that is zero. */
  static void initializeCpu(long block, long segments, long taskState, long faultStacks) {
    Instructions.writeMsr(MSR_GS_BASE, block);
    Instructions.writeMsr(MSR_KERNEL_GS_BASE, 0);
    loadSegments(segments, taskState, faultStacks);
    Instructions.loadInterruptTable(Instructions.interruptTable(), GATES * GATE_BYTES);
    Instructions.writeMsr(MSR_STAR, STAR_SELECTORS);
    Instructions.writeMsr(MSR_LSTAR, Instructions.systemCallEntry());
    Instructions.writeMsr(MSR_FMASK, SYSTEM_CALL_FLAGS_CLEARED);
  }

  /** Switches on the protections and units that the processor has. */
  static void enableFeatures() {
    Instructions.writeCr4(Instructions.readCr4() | CpuFeatures.control4Bits());
  }

  private static void loadSegments(long table, long state, long faultStacks) {
    KernelMemory.write64(state + TASK_STATE_STACK_OFFSET, Instructions.stackTop());
    long stack = faultStacks;
    for (int i = 0; i < FaultStack.COUNT; i++) {
      stack += FAULT_STACK_BYTES;
      KernelMemory.write64(state + TASK_STATE_FAULT_STACKS_OFFSET + (long) i * Long.BYTES, stack);
    }
    KernelMemory.write16(state + TASK_STATE_PORT_MAP_OFFSET, TASK_STATE_BYTES);
    long descriptor =
        (TASK_STATE_BYTES - 1)
            | (state & 0xff_ffffL) << 16
            | TASK_STATE_TYPE << 40
            | (state >>> 24 & 0xff) << 56;
    KernelMemory.write64(table + TASK_STATE_SELECTOR, descriptor);
    KernelMemory.write64(table + TASK_STATE_SELECTOR + Long.BYTES, state >>> 32);
    Instructions.loadSegmentTable(table, SEGMENT_TABLE_BYTES);
    Instructions.loadTaskRegister(TASK_STATE_SELECTOR);
  }

  private static void makeGates() {
    for (int vector = 0; vector < STUB_COUNT; vector++) {
      long stub = Instructions.interruptStubs() + (long) vector * STUB_BYTES;
      long gate = Instructions.interruptTable() + (long) vector * GATE_BYTES;
      KernelMemory.write64(gate, gateLow(stub, vector));
      KernelMemory.write64(gate + Long.BYTES, stub >>> 32);
    }
  }

  private static long gateLow(long stub, int vector) {
    boolean user = vector == Trap.BREAKPOINT || vector == Trap.OVERFLOW;
    long type = user ? USER_INTERRUPT_GATE : INTERRUPT_GATE;
    return (stub & 0xffff)
        | (long) KERNEL_CODE_SELECTOR << 16
        | (long) FaultStack.forVector(vector) << 32
        | type << 40
        | (stub >>> 16 & 0xffff) << 48;
  }

  /** Stacks of the exceptions that can come at any instruction, numbered from 1 in a gate. */
  @StaticInit
  @Unmanaged
  private static final class FaultStack {
    static final int COUNT = 3;

    private FaultStack() {}

    static int forVector(int vector) {
      if (vector == Trap.NON_MASKABLE) {
        return 1;
      }
      if (vector == Trap.DOUBLE_FAULT) {
        return 2;
      }
      return vector == Trap.MACHINE_CHECK ? COUNT : 0;
    }
  }
}
