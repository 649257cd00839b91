package edgex.bench.inference.target;

import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** The time that this thread has had of the processor. */
final class ThreadClock {
  private ThreadClock() {}

  @Import(name = "edgex_bench_thread_nanos")
  @Include("clock.h")
  @Unmanaged
  static native long nanos();
}
