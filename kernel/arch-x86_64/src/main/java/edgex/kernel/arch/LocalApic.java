package edgex.kernel.arch;

import edgex.kernel.machine.Unsigned;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The interrupt controller and timer inside each processor (SDM volume 3, chapter 11). */
@StaticInit
@Unmanaged
final class LocalApic {
  /** The timer's vector. */
  static final int TIMER_VECTOR = 0x30;

  /** Another processor's: there is something to do in the kernel. */
  static final int WAKE_VECTOR = 0x31;

  /** Comes without cause, and without anything to acknowledge. */
  static final int SPURIOUS_VECTOR = 0x3f;

  /** The vector of interrupt line 0; the others follow. */
  static final int LINE_VECTOR = 0x40;

  private static final int MSR_BASE = 0x1b;
  private static final long BASE_ENABLE = 1 << 11;
  private static final long BASE_X2APIC = 1 << 10;
  private static final long BASE_ADDRESS_MASK = 0x000f_ffff_ffff_f000L;
  private static final int MSR_X2APIC_FIRST = 0x800;
  private static final int MSR_TSC_DEADLINE = 0x6e0;

  private static final int REGISTER_ID = 0x20;
  private static final int REGISTER_TASK_PRIORITY = 0x80;
  private static final int REGISTER_END_OF_INTERRUPT = 0xb0;
  private static final int REGISTER_SPURIOUS = 0xf0;
  private static final int REGISTER_REQUESTED = 0x200;
  private static final int REGISTER_COMMAND = 0x300;
  private static final int REGISTER_COMMAND_TARGET = 0x310;
  private static final int REGISTER_TIMER = 0x320;
  private static final int REGISTER_LINE0 = 0x350;
  private static final int REGISTER_LINE1 = 0x360;
  private static final int REGISTER_ERROR = 0x370;
  private static final int REGISTER_INITIAL_COUNT = 0x380;
  private static final int REGISTER_CURRENT_COUNT = 0x390;
  private static final int REGISTER_DIVIDER = 0x3e0;

  private static final int REGISTER_STRIDE = 0x10;
  private static final int VECTORS_PER_REGISTER_BITS = 5;
  private static final int ID_SHIFT = 24;
  private static final int SOFTWARE_ENABLE = 1 << 8;
  private static final int MASKED = 1 << 16;
  private static final int DELIVER_NMI = 0b100 << 8;
  private static final int TIMER_DEADLINE_MODE = 0b10 << 17;
  private static final int COMMAND_BUSY = 1 << 12;
  private static final int COMMAND_ASSERT = 1 << 14;
  private static final int COMMAND_INITIALIZE = 0b101 << 8;
  private static final int COMMAND_START = 0b110 << 8;
  private static final int COMMAND_TO_SELF = 0b01 << 18;
  private static final int DIVIDE_BY_16 = 0b0011;

  private static long registers;
  private static boolean byMsr;
  private static int lastRequestedRegister;

  private LocalApic() {}

  /** Enables the controller with everything masked but NMI. {@code false}: it cannot be reached. */
  static boolean initialize() {
    byMsr = CpuFeatures.hasX2apic();
    if (!byMsr) {
      registers = KernelSpace.mapDevice(Instructions.readMsr(MSR_BASE) & BASE_ADDRESS_MASK);
      if (registers == 0) {
        return false;
      }
    }
    initializeCpu();
    return true;
  }

  /** The same for this processor, when the registers can be reached. */
  static void initializeCpu() {
    long base = Instructions.readMsr(MSR_BASE) | BASE_ENABLE;
    Instructions.writeMsr(MSR_BASE, byMsr ? base | BASE_X2APIC : base);
    write(REGISTER_TASK_PRIORITY, 0);
    write(REGISTER_LINE0, MASKED);
    write(REGISTER_LINE1, DELIVER_NMI);
    write(REGISTER_ERROR, MASKED | SPURIOUS_VECTOR);
    write(REGISTER_TIMER, MASKED | TIMER_VECTOR);
    write(REGISTER_DIVIDER, DIVIDE_BY_16);
    write(REGISTER_SPURIOUS, SOFTWARE_ENABLE | SPURIOUS_VECTOR);
  }

  /** How I/O APICs address this processor. */
  static int identity() {
    return byMsr ? read(REGISTER_ID) : read(REGISTER_ID) >>> ID_SHIFT;
  }

  /** Lets {@link #interruptPending} know how many lines there are. */
  static void setLineCount(int lineCount) {
    int lastVector = LINE_VECTOR + Math.max(lineCount, 1) - 1;
    lastRequestedRegister =
        REGISTER_REQUESTED + (lastVector >> VECTORS_PER_REGISTER_BITS) * REGISTER_STRIDE;
  }

  /** Whether the timer or a line has raised an interrupt that was not taken yet. */
  static boolean interruptPending() {
    int first = REGISTER_REQUESTED + (TIMER_VECTOR >> VECTORS_PER_REGISTER_BITS) * REGISTER_STRIDE;
    for (int register = first; register <= lastRequestedRegister; register += REGISTER_STRIDE) {
      if (read(register) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Ends the handling of the interrupt taken last. */
  static void endOfInterrupt() {
    write(REGISTER_END_OF_INTERRUPT, 0);
  }

  /** Raises a vector on this processor. */
  static void interruptSelf(int vector) {
    if (byMsr) {
      Instructions.writeMsr(msr(REGISTER_COMMAND), COMMAND_TO_SELF | vector);
    } else {
      write(REGISTER_COMMAND, COMMAND_TO_SELF | vector);
    }
  }

  /** Raises a vector on another processor. */
  static void interrupt(int identity, int vector) {
    command(identity, COMMAND_ASSERT | vector);
  }

  /** Brings another processor to its state after a reset, in which it waits for a start. */
  static void initializeOther(int identity) {
    command(identity, COMMAND_ASSERT | COMMAND_INITIALIZE);
  }

  /** Lets a processor that waits for it begin in real mode at the start of a page. */
  static void start(int identity, int page) {
    command(identity, COMMAND_ASSERT | COMMAND_START | page);
  }

  private static void command(int identity, int command) {
    if (byMsr) {
      long target = Unsigned.toLong(identity) << Integer.SIZE;
      Instructions.writeMsr(msr(REGISTER_COMMAND), target | command);
      return;
    }
    write(REGISTER_COMMAND_TARGET, identity << ID_SHIFT);
    write(REGISTER_COMMAND, command);
    while ((read(REGISTER_COMMAND) & COMMAND_BUSY) != 0) {
      Instructions.pause();
    }
  }

  /** Makes the timer count down once and interrupt at 0. */
  static void useOneShot() {
    write(REGISTER_TIMER, TIMER_VECTOR);
  }

  /** Makes the timer interrupt when the time-stamp counter reaches a value. */
  static void useDeadline() {
    write(REGISTER_TIMER, TIMER_DEADLINE_MODE | TIMER_VECTOR);
  }

  /** One-shot: counts down from {@code ticks} (unsigned); 0 stops it. */
  static void setCount(int ticks) {
    write(REGISTER_INITIAL_COUNT, ticks);
  }

  /** One-shot: what is left. */
  static int count() {
    return read(REGISTER_CURRENT_COUNT);
  }

  /** Deadline mode: interrupts at this value of the time-stamp counter; 0 disarms. */
  static void setDeadline(long timeStamp) {
    Instructions.writeMsr(MSR_TSC_DEADLINE, timeStamp);
  }

  private static int read(int register) {
    return byMsr
        ? (int) Instructions.readMsr(msr(register))
        : Instructions.readDevice32(registers + register);
  }

  private static void write(int register, int value) {
    if (byMsr) {
      Instructions.writeMsr(msr(register), Unsigned.toLong(value));
    } else {
      Instructions.writeDevice32(registers + register, value);
    }
  }

  private static int msr(int register) {
    return MSR_X2APIC_FIRST + (register >> 4);
  }
}
