package edgex.kernel.arch;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * Processor instructions, control registers, device registers and linker symbols: the Java names of
 * what {@code cpu.h} defines. Addresses are virtual.
 */
@StaticInit
@Unmanaged
@Include(value = "cpu.h", isSystem = false)
final class Instructions {
  private Instructions() {}

  @Import(name = "cpu_read_sstatus")
  static native long readStatus();

  @Import(name = "cpu_set_sstatus")
  static native void setStatus(long bits);

  @Import(name = "cpu_clear_sstatus")
  static native void clearStatus(long bits);

  @Import(name = "cpu_set_sie")
  static native void setInterruptEnable(long bits);

  @Import(name = "cpu_clear_sie")
  static native void clearInterruptEnable(long bits);

  @Import(name = "cpu_read_sie")
  static native long readInterruptEnable();

  @Import(name = "cpu_read_sip")
  static native long readInterruptPending();

  @Import(name = "cpu_clear_sip")
  static native void clearInterruptPending(long bits);

  @Import(name = "cpu_read_satp")
  static native long readTranslation();

  @Import(name = "cpu_write_satp")
  static native void writeTranslation(long value);

  /** Which counters user mode may read. */
  @Import(name = "cpu_write_scounteren")
  static native void writeCounterEnable(long bits);

  /** The clock value at which the timer interrupts (Sstc extension). */
  @Import(name = "cpu_write_stimecmp")
  static native void writeTimerCompare(long time);

  /** 1 when {@link #writeTimerCompare} works here. */
  @Import(name = "probe_stimecmp")
  static native long probeTimerCompare();

  @Import(name = "cpu_read_time")
  static native long readTime();

  /** Drops all translations of this CPU. */
  @Import(name = "cpu_flush_all")
  static native void flushAll();

  /** Drops the translations of one address space but not the global ones. */
  @Import(name = "cpu_flush_space")
  static native void flushSpace(long tag);

  /** Drops one page's translation of one address space. */
  @Import(name = "cpu_flush_page")
  static native void flushPage(long address, long tag);

  /** Makes instructions visible that were written as data. */
  @Import(name = "cpu_flush_instructions")
  static native void flushInstructions();

  @Import(name = "cpu_halt_forever")
  static native void haltForever();

  /** Calls the firmware; gives its error, 0 for success. */
  @Import(name = "cpu_firmware_call")
  static native long firmwareCall(long extension, long function, long argument0, long argument1);

  /** Calls the firmware; gives its value, 0 in case of an error. */
  @Import(name = "cpu_firmware_value")
  static native long firmwareValue(long extension, long function, long argument0, long argument1);

  /** {@code factor1 * factor2 >> shift}, unsigned, with a product of 128 bits. */
  @Import(name = "cpu_multiply_shift")
  static native long multiplyShift(long factor1, long factor2, int shift);

  @Import(name = "cpu_read_device32")
  static native int readDevice32(long address);

  @Import(name = "cpu_write_device32")
  static native void writeDevice32(long address, int value);

  @Import(name = "cpu_fill_zero")
  static native void fillZero(long address, long wordCount);

  @Import(name = "cpu_copy_words")
  static native void copyWords(long target, long source, long wordCount);

  @Import(name = "cpu_set_context")
  static native void setContext(Context context);

  /** The context of the thread that runs; null while idle. */
  @Import(name = "cpu_context")
  static native Context context();

  @Import(name = "cpu_stack_pointer")
  static native long stackPointer();

  @Import(name = "edgex_fpu_save")
  static native void saveFloatingPoint(long area);

  @Import(name = "edgex_fpu_restore")
  static native void restoreFloatingPoint(long area);

  /** The number of the CPU that booted. */
  @Import(name = "cpu_boot_hart")
  static native long bootHart();

  /** Physical address of the device tree. */
  @Import(name = "cpu_boot_device_tree")
  static native long bootDeviceTree();

  /** Physical address of {@link #imageStart}. */
  @Import(name = "cpu_image_physical")
  static native long imagePhysical();

  /** Restores the current context, or idles. Does not return. */
  @Import(name = "enter_user")
  static native void enterUser();

  @Import(name = "cpu_symbol_image_start")
  static native long imageStart();

  @Import(name = "cpu_symbol_text_end")
  static native long textEnd();

  @Import(name = "cpu_symbol_rodata_end")
  static native long constantsEnd();

  @Import(name = "cpu_symbol_kernel_stack_guard")
  static native long kernelStackGuard();

  @Import(name = "cpu_symbol_kernel_stack_top")
  static native long kernelStackTop();

  @Import(name = "cpu_symbol_top_table")
  static native long topTable();

  @Import(name = "cpu_symbol_root_table")
  static native long rootTable();

  @Import(name = "cpu_symbol_image_table")
  static native long imageTable();

  @Import(name = "cpu_symbol_device_directory")
  static native long deviceDirectory();

  @Import(name = "cpu_symbol_symbol_table")
  static native long symbolTable();
}
