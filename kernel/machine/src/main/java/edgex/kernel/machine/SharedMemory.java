package edgex.kernel.machine;

import edgex.abi.declare.BootOnly;
import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * Words that several CPUs read and write at the same time. The order of an access is in its name,
 * since the translator ignores {@code volatile}: what comes after an acquire stays after it, what
 * comes before a release stays before it. The instructions are in each architecture's {@code
 * cpu.h}.
 */
@StaticInit
@Unmanaged
@Include(value = "cpu.h", isSystem = false)
final class SharedMemory {
  /** Words that different CPUs write are this far apart, on cache lines of their own. */
  static final int LINE_BYTES = 64;

  private SharedMemory() {}

  /** Address of this many zeroed lines. */
  @BootOnly(reason = "allocates")
  static long allocateLines(int count) {
    long[] words = new long[(count + 1) * (LINE_BYTES / Long.BYTES)];
    return (Address.ofData(words).toLong() + LINE_BYTES - 1) & -LINE_BYTES;
  }

  @Import(name = "cpu_load_acquire32")
  static native int loadAcquire32(long address);

  @Import(name = "cpu_store_release32")
  static native void storeRelease32(long address, int value);

  /** Adds to a word; the result is what it was before. Acquires. */
  @Import(name = "cpu_fetch_add32")
  static native int fetchAdd32(long address, int addend);

  /** What a loop does that waits for another CPU. */
  @Import(name = "cpu_pause")
  static native void pause();
}
