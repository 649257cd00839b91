package edgex.runtime.ipc;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.runtime.KernelException;
import edgex.runtime.system.SystemCalls;

/** Sixty-four bits that others set and this process waits for. */
public final class Notification {
  private final int handle;

  /** Over a capability with SEND to signal, RECEIVE to wait. */
  public Notification(int handle) {
    this.handle = handle;
  }

  /**
   * A new one, with all rights.
   *
   * @throws KernelException if the quota has no room
   */
  public static Notification create() {
    return new Notification(
        KernelException.check("create notification", SystemCalls.notificationCreate()));
  }

  /** The capability. */
  public int handle() {
    return handle;
  }

  /**
   * Makes a capability with which others set bits.
   *
   * @param bits what a signal sets, not 0
   * @param rights of {@code edgex.abi.Rights}, such as SEND and GRANT
   * @return the handle
   */
  public int derive(int rights, long bits) {
    return KernelException.check(
        "derive notification", SystemCalls.capabilityDerive(handle, rights, bits));
  }

  /** Sets the bits of the capability's badge. A signal to a receiver that is gone is lost. */
  public void signal() {
    signal(handle);
  }

  /** Sets the bits of a capability's badge. */
  public static void signal(int handle) {
    MessageRegisters.trap(MessageCalls.SIGNAL, handle, 0, 0);
  }

  /**
   * Waits until a bit is set, and clears them all. Every fiber of the process waits with it.
   *
   * @param timeoutNanos negative: for ever
   * @return the bits; 0 when the time passed first
   * @throws KernelException if the notification is gone or may not be waited for
   */
  public long await(long timeoutNanos) {
    int status = MessageRegisters.trap(MessageCalls.WAIT, handle, 0, timeoutNanos);
    if (status == Errors.TIMED_OUT) {
      return 0;
    }
    KernelException.check("wait for notification", status);
    return MessageRegisters.badge();
  }
}
