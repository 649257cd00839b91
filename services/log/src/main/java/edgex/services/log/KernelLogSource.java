package edgex.services.log;

import edgex.abi.MessagePage;
import edgex.runtime.KernelException;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;
import edgex.runtime.system.SystemCalls;

/** The kernel's log through a System capability with READ. */
final class KernelLogSource implements KernelLines.Source {
  private final int system;
  private long position;

  KernelLogSource(int system) {
    this.system = system;
  }

  @Override
  public int read(long wanted, byte[] target) {
    int count = KernelException.check("read the kernel log", SystemCalls.logRead(system, wanted));
    long bytes = StartData.messagePage() + MessagePage.BYTES_OFFSET;
    position = RawMemory.getLong(bytes);
    int length = Math.min(count, target.length);
    RawMemory.read(bytes + Long.BYTES, target, 0, length);
    return length;
  }

  @Override
  public long position() {
    return position;
  }
}
