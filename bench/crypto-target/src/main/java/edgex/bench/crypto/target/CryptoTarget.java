package edgex.bench.crypto.target;

import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** Measures every operation and prints one line for each: its name and the rates of its samples. */
public final class CryptoTarget {
  private static final long WARM_UP_NANOS = 100_000_000;

  private CryptoTarget() {}

  /** Runs all operations whose names begin with the first argument, or all. */
  public static void main(String[] arguments) {
    Sampler sampler = new Sampler(() -> threadNanos(), WARM_UP_NANOS);
    for (Operation operation : Operations.all()) {
      if (arguments.length == 0 || operation.name().startsWith(arguments[0])) {
        StringBuilder line = new StringBuilder(operation.name());
        for (double rate : sampler.measure(operation)) {
          line.append(' ').append(rate);
        }
        System.out.println(line);
      }
    }
  }

  @Import(name = "edgex_bench_crypto_nanos")
  @Include("crypto-clock.h")
  @Unmanaged
  private static native long threadNanos();
}
