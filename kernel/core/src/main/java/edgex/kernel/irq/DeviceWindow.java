package edgex.kernel.irq;

import edgex.abi.ObjectType;
import edgex.abi.declare.BootOnly;
import edgex.kernel.object.KernelObject;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** A range of I/O ports. */
@StaticInit
@Unmanaged
public final class DeviceWindow extends KernelObject {
  /** All windows. */
  public static DeviceWindow[] all;

  /** The first port. */
  public int first;

  /** How many ports. */
  public int count;

  private DeviceWindow(int index) {
    super(ObjectType.DEVICE, index);
  }

  /** At boot. */
  @BootOnly(reason = "allocates")
  public static KernelObject[] create(int count) {
    all = new DeviceWindow[count];
    for (int i = 0; i < count; i++) {
      all[i] = new DeviceWindow(i);
    }
    return all;
  }

  /** Whether an access lies in this window. */
  boolean contains(long offset, long size) {
    return offset >= 0 && offset < count && size > 0 && size <= count - offset;
  }
}
