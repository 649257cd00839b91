package edgex.boot.uefi.start;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** The Java names of what {@code leave.h} defines. */
@StaticInit
@Unmanaged
@Include(value = "leave.h", isSystem = false)
final class Leave {
  private Leave() {}

  /** Where the code of the way out is, to be copied. */
  @Import(name = "leave_code")
  static native long code();

  /** How long that code is. */
  @Import(name = "leave_code_bytes")
  static native long codeBytes();

  /** Moves the kernel to its place and enters it; {@code code} is the copy. Does not return. */
  @Import(name = "leave_enter")
  static native void enter(
      long code, long entry, long staged, long place, long sizeBytes, long information);
}
