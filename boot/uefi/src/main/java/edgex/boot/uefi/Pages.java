package edgex.boot.uefi;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Memory from the firmware, in pages; it stays allocated until the kernel takes it over. */
@StaticInit
@Unmanaged
public final class Pages {
  private Pages() {}

  /** Pages anywhere. Ends the loader when there are not enough. */
  public static long allocate(long sizeBytes) {
    return required(
        Firmware.allocate(Firmware.ALLOCATE_ANY, Firmware.LOADER_DATA, Memory.pages(sizeBytes), 0));
  }

  /** Pages whose last byte lies below {@code end}. Ends the loader when there are not enough. */
  public static long allocateBelow(long end, long sizeBytes) {
    return required(
        Firmware.allocate(
            Firmware.ALLOCATE_BELOW, Firmware.LOADER_DATA, Memory.pages(sizeBytes), end - 1));
  }

  /** As {@link #allocateBelow}, for instructions. */
  public static long allocateCodeBelow(long end, long sizeBytes) {
    return required(
        Firmware.allocate(
            Firmware.ALLOCATE_BELOW, Firmware.LOADER_CODE, Memory.pages(sizeBytes), end - 1));
  }

  /** Pages at an address; 0 if somebody else has one of them. */
  public static long allocateAt(long address, long sizeBytes) {
    return Firmware.allocate(
        Firmware.ALLOCATE_AT, Firmware.LOADER_DATA, Memory.pages(sizeBytes), address);
  }

  private static long required(long address) {
    if (address == 0) {
      Failure.exit("too little memory: give the machine more");
    }
    return address;
  }
}
