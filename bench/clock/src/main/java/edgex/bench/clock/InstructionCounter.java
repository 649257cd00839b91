package edgex.bench.clock;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** Instructions of a machine that counts them: QEMU's with {@code -icount shift=0}. */
@StaticInit
public final class InstructionCounter {
  private InstructionCounter() {}

  /** Instructions since the reset. */
  @Import(name = "edgex_counter")
  @Include("counter.h")
  @Unmanaged
  public static native long read();
}
