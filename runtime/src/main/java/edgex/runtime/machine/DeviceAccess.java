package edgex.runtime.machine;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * Device registers by address: each call is one access of that width, in the order of the program.
 */
@StaticInit
public final class DeviceAccess {
  private DeviceAccess() {}

  /** Reads 8 bits, zero-extended. */
  @Import(name = "edgex_device_read8")
  @Include("device-access.h")
  @Unmanaged
  public static native int read8(long address);

  /** Writes 8 bits. */
  @Import(name = "edgex_device_write8")
  @Include("device-access.h")
  @Unmanaged
  public static native void write8(long address, int value);

  /** Reads 16 bits, zero-extended. */
  @Import(name = "edgex_device_read16")
  @Include("device-access.h")
  @Unmanaged
  public static native int read16(long address);

  /** Writes 16 bits. */
  @Import(name = "edgex_device_write16")
  @Include("device-access.h")
  @Unmanaged
  public static native void write16(long address, int value);

  /** Reads 32 bits. */
  @Import(name = "edgex_device_read32")
  @Include("device-access.h")
  @Unmanaged
  public static native int read32(long address);

  /** Writes 32 bits. */
  @Import(name = "edgex_device_write32")
  @Include("device-access.h")
  @Unmanaged
  public static native void write32(long address, int value);
}
