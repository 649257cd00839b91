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

  @Import(name = "cpu_read_control")
  static native long readControl();

  @Import(name = "cpu_write_control")
  static native void writeControl(long value);

  @Import(name = "cpu_write_fpu_access")
  static native void writeFpuAccess(long value);

  @Import(name = "cpu_write_user_table")
  static native void writeUserTable(long value);

  /** The address of the last data or instruction abort. */
  @Import(name = "cpu_read_fault_address")
  static native long readFaultAddress();

  @Import(name = "cpu_read_thread_pointer")
  static native long readThreadPointer();

  @Import(name = "cpu_write_thread_pointer")
  static native void writeThreadPointer(long value);

  @Import(name = "cpu_read_processor_identity")
  static native long readProcessorIdentity();

  @Import(name = "cpu_read_processor_features")
  static native long readProcessorFeatures();

  @Import(name = "cpu_read_memory_features0")
  static native long readMemoryFeatures0();

  @Import(name = "cpu_read_memory_features1")
  static native long readMemoryFeatures1();

  @Import(name = "cpu_read_debug_features")
  static native long readDebugFeatures();

  /** Not 0: an interrupt is pending. */
  @Import(name = "cpu_read_interrupt_status")
  static native long readInterruptStatus();

  @Import(name = "cpu_read_counter_frequency")
  static native long readCounterFrequency();

  @Import(name = "cpu_read_counter")
  static native long readCounter();

  @Import(name = "cpu_write_timer_control")
  static native void writeTimerControl(long value);

  @Import(name = "cpu_write_timer_compare")
  static native void writeTimerCompare(long value);

  @Import(name = "cpu_write_counter_access")
  static native void writeCounterAccess(long value);

  @Import(name = "cpu_write_monitor_control")
  static native void writeMonitorControl(long value);

  @Import(name = "cpu_write_monitor_enable")
  static native void writeMonitorEnable(long value);

  @Import(name = "cpu_write_monitor_filter")
  static native void writeMonitorFilter(long value);

  @Import(name = "cpu_write_monitor_access")
  static native void writeMonitorAccess(long value);

  @Import(name = "cpu_read_interrupt_acknowledge")
  static native long readInterruptAcknowledge();

  @Import(name = "cpu_write_interrupt_end")
  static native void writeInterruptEnd(long value);

  @Import(name = "cpu_read_interrupt_interface")
  static native long readInterruptInterface();

  @Import(name = "cpu_write_interrupt_interface")
  static native void writeInterruptInterface(long value);

  @Import(name = "cpu_write_interrupt_priority")
  static native void writeInterruptPriority(long value);

  @Import(name = "cpu_write_interrupt_group")
  static native void writeInterruptGroup(long value);

  @Import(name = "cpu_deny_user_access")
  static native void denyUserAccess();

  /** Drops a page of one user space: page number and, from bit 48 on, the space's tag. */
  @Import(name = "cpu_invalidate_page")
  static native void invalidatePage(long operand);

  /** Drops all pages of the user space whose tag is in the bits from 48 on. */
  @Import(name = "cpu_invalidate_space")
  static native void invalidateSpace(long operand);

  /** Drops a page of the kernel: page number. */
  @Import(name = "cpu_invalidate_kernel_page")
  static native void invalidateKernelPage(long operand);

  @Import(name = "cpu_invalidate_all")
  static native void invalidateAll();

  @Import(name = "cpu_publish_tables")
  static native void publishTables();

  @Import(name = "cpu_publish_code")
  static native void publishCode(long address, long sizeBytes);

  @Import(name = "cpu_call_hypervisor")
  static native void callHypervisor(long function);

  @Import(name = "cpu_call_secure_monitor")
  static native void callSecureMonitor(long function);

  @Import(name = "cpu_halt_forever")
  static native void haltForever();

  /** {@code factor1 * factor2 >> shift}, unsigned, with a product of 128 bits. */
  @Import(name = "cpu_multiply_shift")
  static native long multiplyShift(long factor1, long factor2, int shift);

  @Import(name = "cpu_read_device32")
  static native int readDevice32(long address);

  @Import(name = "cpu_read_device64")
  static native long readDevice64(long address);

  @Import(name = "cpu_write_device8")
  static native void writeDevice8(long address, int value);

  @Import(name = "cpu_write_device32")
  static native void writeDevice32(long address, int value);

  @Import(name = "cpu_write_device64")
  static native void writeDevice64(long address, long value);

  /** A device's 32 bits, or -1 where nothing answers; at boot only. */
  @Import(name = "boot_probe")
  static native long probe(long address);

  @Import(name = "cpu_zero_page")
  static native void zeroPage(long address, int sizeBytes);

  @Import(name = "cpu_copy_words")
  static native void copyWords(long target, long source, long wordCount);

  @Import(name = "edgex_fpu_save")
  static native void saveFloatingPoint(long area);

  @Import(name = "edgex_fpu_restore")
  static native void restoreFloatingPoint(long area);

  @Import(name = "cpu_set_context")
  static native void setContext(Context context);

  /** The context of the thread that runs; null while idle. */
  @Import(name = "cpu_context")
  static native Context context();

  @Import(name = "cpu_stack_pointer")
  static native long stackPointer();

  /** Physical address of the device tree, as the boot loader gave it. */
  @Import(name = "cpu_device_tree")
  static native long deviceTree();

  /** Distance of the linked image from its physical address. */
  @Import(name = "cpu_image_offset")
  static native long imageOffset();

  /** No {@code new} from now on; the first free byte behind the heap. */
  @Import(name = "cpu_seal_heap")
  static native long sealHeap();

  /** Restores the current context, or idles. Does not return. */
  @Import(name = "enter_user")
  static native void enterUser();

  @Import(name = "cpu_symbol_image_start")
  static native long imageStart();

  @Import(name = "cpu_symbol_text_end")
  static native long textEnd();

  @Import(name = "cpu_symbol_rodata_end")
  static native long constantsEnd();

  @Import(name = "cpu_symbol_image_end")
  static native long imageEnd();

  @Import(name = "cpu_symbol_kernel_stack_guard")
  static native long kernelStackGuard();

  @Import(name = "cpu_symbol_kernel_stack_top")
  static native long kernelStackTop();

  @Import(name = "cpu_symbol_direct_pointers")
  static native long directPointers();

  @Import(name = "cpu_symbol_direct_directory")
  static native long directDirectory();

  @Import(name = "cpu_symbol_empty_table")
  static native long emptyTable();

  @Import(name = "cpu_symbol_kernel_table")
  static native long kernelTable();

  @Import(name = "cpu_symbol_device_table")
  static native long deviceTable();

  @Import(name = "cpu_symbol_symbol_table")
  static native long symbolTable();
}
