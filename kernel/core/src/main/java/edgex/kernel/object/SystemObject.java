package edgex.kernel.object;

import edgex.abi.ObjectType;
import edgex.abi.declare.BootOnly;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The machine as an object: its capability allows power, inspection and the kernel log. */
@StaticInit
@Unmanaged
public final class SystemObject extends KernelObject {
  private SystemObject() {
    super(ObjectType.SYSTEM, 0);
  }

  @BootOnly(reason = "allocates")
  static KernelObject[] create() {
    KernelObject[] all = new SystemObject[1];
    all[0] = new SystemObject();
    return all;
  }
}
