package edgex.boot.uefi;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * UEFI's functions: the Java names of what {@code uefi.h} defines. Identifiers are given as UEFI
 * stores them, in two little-endian halves. Results are addresses, 0 when there is no such thing.
 */
@StaticInit
@Unmanaged
@Include(value = "uefi.h", isSystem = false)
final class Firmware {
  /** The boot image could not be loaded. */
  static final long STATUS_LOAD_ERROR = Long.MIN_VALUE + 1;

  /** Anywhere. */
  static final int ALLOCATE_ANY = 0;

  /** Below an address. */
  static final int ALLOCATE_BELOW = 1;

  /** At an address. */
  static final int ALLOCATE_AT = 2;

  /** Memory of a loader whose code is executed there. */
  static final int LOADER_CODE = 1;

  /** Memory of a loader. */
  static final int LOADER_DATA = 2;

  private Firmware() {}

  /** Shows a character of UTF-16. */
  @Import(name = "uefi_write")
  static native void write(int character);

  /** Goes back to the firmware for good. */
  @Import(name = "uefi_exit")
  static native void exit(long status);

  /** Takes pages; {@code how} says what {@code address} means. */
  @Import(name = "uefi_allocate")
  static native long allocate(int how, int type, long pages, long address);

  /**
   * Writes the memory map.
   *
   * @param key where to write the map's key
   * @param entryBytes where to write the size of an entry
   * @return how long the map is, 0 if the buffer is too short
   */
  @Import(name = "uefi_memory_map")
  static native long memoryMap(long buffer, long capacityBytes, long key, long entryBytes);

  /** Takes the machine over; 0: the map has changed since it was read. */
  @Import(name = "uefi_exit_boot_services")
  static native int exitBootServices(long key);

  /** A protocol of this program. */
  @Import(name = "uefi_image_protocol")
  static native long imageProtocol(long low, long high);

  /** A protocol of the device that this program came from. */
  @Import(name = "uefi_device_protocol")
  static native long deviceProtocol(long loadedImage, long low, long high);

  /** The first folder of a file system. */
  @Import(name = "uefi_open_volume")
  static native long openVolume(long fileSystem);

  /** A file, for reading. */
  @Import(name = "uefi_open")
  static native long open(long folder, long path);

  /** How long a file is; -1 if the device fails. */
  @Import(name = "uefi_length")
  static native long length(long file);

  /** Reads on in a file: how many bytes, -1 if the device fails. */
  @Import(name = "uefi_read")
  static native long read(long file, long buffer, long sizeBytes);

  /** A table that firmware publishes. */
  @Import(name = "uefi_table")
  static native long table(long low, long high);
}
