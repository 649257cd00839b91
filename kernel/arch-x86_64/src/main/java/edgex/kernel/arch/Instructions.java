package edgex.kernel.arch;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * Processor instructions, device registers and linker symbols: the Java names of what {@code cpu.h}
 * defines. Addresses are virtual.
 */
@StaticInit
@Unmanaged
@Include(value = "cpu.h", isSystem = false)
final class Instructions {
  private Instructions() {}

  @Import(name = "cpu_in8")
  static native int in8(int port);

  @Import(name = "cpu_in16")
  static native int in16(int port);

  @Import(name = "cpu_in32")
  static native int in32(int port);

  @Import(name = "cpu_out8")
  static native void out8(int port, int value);

  @Import(name = "cpu_out16")
  static native void out16(int port, int value);

  @Import(name = "cpu_out32")
  static native void out32(int port, int value);

  @Import(name = "cpu_read_msr")
  static native long readMsr(int number);

  @Import(name = "cpu_write_msr")
  static native void writeMsr(int number, long value);

  @Import(name = "cpu_read_cr0")
  static native long readCr0();

  @Import(name = "cpu_write_cr0")
  static native void writeCr0(long value);

  /** The address of the last page fault. */
  @Import(name = "cpu_read_cr2")
  static native long readCr2();

  @Import(name = "cpu_write_cr3")
  static native void writeCr3(long value);

  @Import(name = "cpu_read_cr4")
  static native long readCr4();

  @Import(name = "cpu_write_cr4")
  static native void writeCr4(long value);

  /** One output of CPUID: {@code output} 0 is eax, 1 ebx, 2 ecx, 3 edx. */
  @Import(name = "cpu_identify")
  static native int identify(int leaf, int subleaf, int output);

  @Import(name = "cpu_write_extended_control")
  static native void writeExtendedControl(long value);

  @Import(name = "cpu_save_extended")
  static native void saveExtended(long area);

  @Import(name = "cpu_switch_extended")
  static native void switchExtended(long from, long to);

  @Import(name = "cpu_restore_extended")
  static native void restoreExtended(long area);

  @Import(name = "cpu_save_legacy")
  static native void saveLegacy(long area);

  @Import(name = "cpu_restore_legacy")
  static native void restoreLegacy(long area);

  @Import(name = "cpu_invalidate_page")
  static native void invalidatePage(long address);

  @Import(name = "cpu_load_interrupt_table")
  static native void loadInterruptTable(long address, int sizeBytes);

  @Import(name = "cpu_load_segment_table")
  static native void loadSegmentTable(long address, int sizeBytes);

  @Import(name = "cpu_load_task_register")
  static native void loadTaskRegister(int selector);

  @Import(name = "cpu_read_time_stamp")
  static native long readTimeStamp();

  @Import(name = "cpu_halt_forever")
  static native void haltForever();

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

  /** The space that CR3 has; null: the kernel's own. */
  @Import(name = "cpu_space")
  static native AddressSpace activeSpace();

  @Import(name = "cpu_set_space")
  static native void setActiveSpace(AddressSpace space);

  /** As {@link #activeSpace}, of the CPU that has this per-CPU block. */
  @Import(name = "cpu_space_of")
  static native AddressSpace activeSpaceOf(long block);

  /** Whose floating-point registers these are; null: nobody's. */
  @Import(name = "cpu_fpu_owner")
  static native Context fpuOwner();

  @Import(name = "cpu_set_fpu_owner")
  static native void setFpuOwner(Context context);

  /** What FS.base holds: a write is slow on real processors, and most switches don't change it. */
  @Import(name = "cpu_thread_pointer")
  static native long loadedThreadPointer();

  @Import(name = "cpu_set_thread_pointer")
  static native void setLoadedThreadPointer(long address);

  @Import(name = "cpu_index")
  static native int cpuIndex();

  @Import(name = "cpu_stack_top")
  static native long stackTop();

  @Import(name = "cpu_load_acquire32")
  static native int loadAcquire32(long address);

  @Import(name = "cpu_store_release32")
  static native void storeRelease32(long address, int value);

  @Import(name = "cpu_pause")
  static native void pause();

  @Import(name = "cpu_stack_pointer")
  static native long stackPointer();

  @Import(name = "cpu_start_information")
  static native long startInformation();

  /** Restores the current context, or idles. Does not return. */
  @Import(name = "enter_user")
  static native void enterUser();

  @Import(name = "cpu_symbol_image_start")
  static native long imageStart();

  @Import(name = "cpu_symbol_text_end")
  static native long textEnd();

  @Import(name = "cpu_symbol_rodata_end")
  static native long constantsEnd();

  @Import(name = "cpu_symbol_segment_table")
  static native long segmentTable();

  @Import(name = "cpu_symbol_interrupt_table")
  static native long interruptTable();

  @Import(name = "cpu_symbol_task_state")
  static native long taskState();

  @Import(name = "cpu_symbol_cpu_block")
  static native long cpuBlock();

  @Import(name = "cpu_symbol_kernel_stack_guard")
  static native long kernelStackGuard();

  @Import(name = "cpu_symbol_fault_stacks")
  static native long faultStacks();

  @Import(name = "cpu_symbol_interrupt_stubs")
  static native long interruptStubs();

  @Import(name = "cpu_symbol_system_call_entry")
  static native long systemCallEntry();

  @Import(name = "cpu_symbol_top_table")
  static native long topTable();

  @Import(name = "cpu_symbol_direct_pointers")
  static native long directPointers();

  @Import(name = "cpu_symbol_direct_directory")
  static native long directDirectory();

  @Import(name = "cpu_symbol_direct_table")
  static native long directTable();

  @Import(name = "cpu_symbol_kernel_table")
  static native long kernelTable();

  @Import(name = "cpu_symbol_device_table")
  static native long deviceTable();

  @Import(name = "cpu_symbol_symbol_table")
  static native long symbolTable();

  @Import(name = "cpu_symbol_secondary_start")
  static native long secondaryStart();

  @Import(name = "cpu_symbol_secondary_long")
  static native long secondaryLong();

  @Import(name = "cpu_symbol_secondary_parameters")
  static native long secondaryParameters();
}
