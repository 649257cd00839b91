package edgex.bench.clock;

import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** The time that this thread has had of the processor. */
public final class ThreadClock {
  private ThreadClock() {}

  /** Nanoseconds, from any beginning. */
  @Import(name = "edgex_bench_thread_nanos")
  @Include("thread-clock.h")
  @Unmanaged
  public static native long nanos();
}
