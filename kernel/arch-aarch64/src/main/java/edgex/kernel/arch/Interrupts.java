package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Interrupt lines by the number of the {@link Gic}. See {@code arch-api}. A masked line stays
 * pending, so no edge is lost.
 */
@StaticInit
@Unmanaged
public final class Interrupts {
  private Interrupts() {}

  /** Lines that can be bound: 0 to this, exclusive. */
  public static int lineCount() {
    return GicDistributor.lineCount();
  }

  /** Lets a line interrupt (again). The alarm's is the kernel's own and always open. */
  public static void unmask(int line) {
    Gic.open(line);
  }

  /** Stops a line; the entry code has masked a line already when it reports it. */
  public static void mask(int line) {
    if (line != Timer.line()) {
      Gic.close(line);
    }
  }
}
