package edgex.kernel.memory;

import edgex.abi.MessagePage;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.sched.KernelThread;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Records that a system call leaves in the message bytes of its caller: 64-bit words. */
@StaticInit
@Unmanaged
public final class MessageRecord {
  private static final int WORD_BYTES = 8;

  private MessageRecord() {}

  /** Writes word {@code index} of a record. */
  public static void put(KernelThread thread, int index, long value) {
    PhysicalMemory.write64(
        thread.messagePage + MessagePage.BYTES_OFFSET + (long) index * WORD_BYTES, value);
  }
}
