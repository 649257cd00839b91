package edgex.bench.kernel.target;

import edgex.tests.harness.RobotCode;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** The measured loops, and where they lie in this program. */
@StaticInit
final class StubCode {
  private StubCode() {}

  /** Copies the loops into memory of their own; the handle. */
  static int copy() {
    return RobotCode.copy(codeAddress(), codeSize());
  }

  /** Where a loop starts, from the start of the code. */
  static long offsetOf(int stub) {
    return offset(stub);
  }

  @Import(name = "edgex_stub_offset")
  @Include("stubs.h")
  @Unmanaged
  private static native long offset(int index);

  @Import(name = "edgex_stub_code_address")
  @Include("stubs.h")
  @Unmanaged
  private static native long codeAddress();

  @Import(name = "edgex_stub_code_size")
  @Include("stubs.h")
  @Unmanaged
  private static native long codeSize();
}
