package edgex.bench.crypto.target;

import edgex.bench.clock.ThreadClock;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** Measures every operation and prints one line for each: its name and the rates of its samples. */
public final class CryptoTarget {
  private static final long WARM_UP_NANOS = 100_000_000;

  private CryptoTarget() {}

  /**
   * Runs operations.
   *
   * @param arguments how much of the processor native twins may use, from 0, which is portable;
   *     then what the names of the operations begin with, if not all are wanted
   */
  public static void main(String[] arguments) {
    limit(Integer.parseInt(arguments[0]));
    Sampler sampler = new Sampler(() -> ThreadClock.nanos(), WARM_UP_NANOS);
    for (Operation operation : Operations.all()) {
      if (arguments.length == 1 || operation.name().startsWith(arguments[1])) {
        StringBuilder line = new StringBuilder(operation.name());
        for (double rate : sampler.measure(operation)) {
          line.append(' ').append(rate);
        }
        System.out.println(line);
      }
    }
  }

  @Import(name = "edgex_crypto_limit")
  @Include("crypto-level.h")
  @Unmanaged
  private static native void limit(int level);
}
