package edgex.boot.uefi.start;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** What differs between processors: the Java names of what each {@code processor.h} defines. */
@StaticInit
@Unmanaged
@Include(value = "processor.h", isSystem = false)
final class Processor {
  private Processor() {}

  /** The processor's number in ELF headers. */
  @Import(name = "processor_machine")
  static native int machine();

  /** The number of this processor as the kernel wants it; -1 if the firmware does not say. */
  @Import(name = "processor_number")
  static native long number();

  /**
   * Leaves the firmware's address space and enters a kernel, which begins {@code entry - kernel}
   * bytes behind its start. Does not return.
   */
  @Import(name = "processor_enter")
  static native void enter(
      long entry, long kernel, long sizeBytes, long tree, long treeBytes, long number);
}
