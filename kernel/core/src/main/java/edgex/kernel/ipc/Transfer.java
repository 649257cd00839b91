package edgex.kernel.ipc;

import edgex.abi.Errors;
import edgex.abi.MessageInformation;
import edgex.abi.MessagePage;
import edgex.abi.Rights;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Capability;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Moves a message from one thread's registers and message page to another's. */
@StaticInit
@Unmanaged
final class Transfer {
  private static final int HANDLE_BYTES = 8;
  private static final int COPY_UNIT_BYTES = 8;

  private Transfer() {}

  /** Whether an information word keeps to the maxima: 0 or {@code INVALID_ARGUMENT}. */
  static int checkInformation(long information) {
    boolean valid =
        MessageInformation.words(information) <= MessageInformation.MAXIMUM_WORDS
            && MessageInformation.bytes(information) <= MessageInformation.MAXIMUM_BYTES
            && MessageInformation.capabilities(information)
                <= MessageInformation.MAXIMUM_CAPABILITIES
            && MessageInformation.accept(information) <= MessageInformation.MAXIMUM_CAPABILITIES;
    return valid ? Errors.NONE : Errors.INVALID_ARGUMENT;
  }

  /**
   * Whether the capabilities of a sender's message may go: 0, {@code INVALID_HANDLE} or {@code
   * MISSING_RIGHT}. The handles are read from the sender's page here and never again: another
   * thread of the sender may change them meanwhile. What was found is in {@link
   * Processor#sentCapabilities} for {@link #copy}.
   */
  static int checkCapabilities(KernelThread sender, long information) {
    int count = MessageInformation.capabilities(information);
    int[] found = Processor.self().sentCapabilities;
    for (int i = 0; i < count; i++) {
      int index = Capabilities.findLive(sender.process, handle(sender, i));
      if (index < 0) {
        return index;
      }
      if (!Capabilities.all[index].allows(Rights.GRANT)) {
        return Errors.MISSING_RIGHT;
      }
      found[i] = index;
    }
    return Errors.NONE;
  }

  /**
   * Whether a receiver can take the capabilities of a message that {@link #checkCapabilities} has
   * passed: 0, {@code CAPABILITY_NOT_ACCEPTED}, {@code QUOTA_EXCEEDED}, {@code POOL_EMPTY}.
   */
  static int checkReceiver(KernelThread receiver, long information) {
    int count = MessageInformation.capabilities(information);
    if (count == 0) {
      return Errors.NONE;
    }
    if (receiver.faulting
        || count > MessageInformation.accept(receiver.context.messageInformation())) {
      return Errors.CAPABILITY_NOT_ACCEPTED;
    }
    return Capabilities.checkCreate(receiver.process, count);
  }

  /** Copies a message that all checks have just passed. */
  static void copy(KernelThread sender, KernelThread receiver, long information) {
    receiver.context.copyWordsFrom(sender.context, MessageInformation.words(information));
    receiver.context.setMessageInformation(information);
    int bytes = MessageInformation.bytes(information);
    if (bytes > 0) {
      PhysicalMemory.copy(
          receiver.messagePage + MessagePage.BYTES_OFFSET,
          sender.messagePage + MessagePage.BYTES_OFFSET,
          (bytes + COPY_UNIT_BYTES - 1) & -COPY_UNIT_BYTES);
    }
    int count = MessageInformation.capabilities(information);
    int[] found = Processor.self().sentCapabilities;
    for (int i = 0; i < count; i++) {
      int index = found[i];
      Capability from = Capabilities.all[index];
      int copy = Capabilities.derive(receiver.process, index, from.rights(), from.badge());
      PhysicalMemory.write64(handleAddress(receiver, i), copy);
    }
  }

  private static int handle(KernelThread thread, int index) {
    return (int) PhysicalMemory.read64(handleAddress(thread, index));
  }

  private static long handleAddress(KernelThread thread, int index) {
    return thread.messagePage + MessagePage.CAPABILITIES_OFFSET + (long) index * HANDLE_BYTES;
  }
}
