package edgex.tests.crypto.target;

import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** What native twins may use of the processor; only in programs compiled ahead of time. */
public final class NativeLevel {
  private NativeLevel() {}

  /** Limits them: 0 to portable C, 1 to registers of 256 bits, 2 to all that there is. */
  @Import(name = "edgex_crypto_limit")
  @Include("crypto-level.h")
  @Unmanaged
  public static native void limit(int level);
}
