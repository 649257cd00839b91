package edgex.runtime.ipc;

import edgex.abi.Rights;
import edgex.runtime.KernelException;
import edgex.runtime.system.SystemCalls;

/**
 * The capability that a server's last reply carried. A reply gives its receiver a copy, so the
 * server's own is to be deleted once the reply is sent: here, when the next one is lent.
 */
public final class LentCapability {
  private int lent;

  /**
   * Makes a capability for a reply, in place of the last one.
   *
   * @param rights what the receiver may do; GRANT, without which nothing can be sent, is added
   * @return the handle to put into the reply
   * @throws KernelException if the quota has no room
   */
  public int lend(int handle, int rights) {
    takeBack();
    lent =
        KernelException.check(
            "derive capability", SystemCalls.capabilityDerive(handle, rights | Rights.GRANT, 0));
    return lent;
  }

  private void takeBack() {
    if (lent != 0) {
      SystemCalls.capabilityDelete(lent);
      lent = 0;
    }
  }
}
