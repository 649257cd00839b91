package edgex.services.supervisor;

import edgex.abi.MessagePage;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;

/** The record that the last system call wrote to the message bytes. */
final class KernelRecord {
  private KernelRecord() {}

  /** Word {@code index} of the record. */
  static long word(int index) {
    long bytes = StartData.messagePage() + MessagePage.BYTES_OFFSET;
    return RawMemory.getLong(bytes + (long) index * Long.BYTES);
  }
}
