package edgex.kernel.irq;

import edgex.abi.ObjectType;
import edgex.abi.declare.BootOnly;
import edgex.kernel.object.KernelObject;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** A range of I/O ports, or of physical addresses where device registers are. */
@StaticInit
@Unmanaged
public final class DeviceWindow extends KernelObject {
  /** All windows. */
  public static DeviceWindow[] all;

  /** What {@link #first} counts: I/O ports. */
  public static final int PORTS = 0;

  /** What {@link #first} counts: bytes of physical address space. */
  public static final int MEMORY = 1;

  /** {@link #PORTS} or {@link #MEMORY}. */
  public int kind;

  /** The first port or byte. */
  public long first;

  /** How many ports or bytes. */
  public long count;

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

  /** Makes this a window. */
  public void initialize(int newKind, long newFirst, long newCount) {
    kind = newKind;
    first = newFirst;
    count = newCount;
  }

  /** Whether an access lies in this window. */
  boolean contains(long offset, long size) {
    return offset >= 0 && offset < count && size > 0 && size <= count - offset;
  }
}
