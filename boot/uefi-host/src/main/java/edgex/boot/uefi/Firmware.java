package edgex.boot.uefi;

/** The JVM's twin of the loader's class: the simulated firmware that is running. */
final class Firmware {
  static final long STATUS_LOAD_ERROR = Long.MIN_VALUE + 1;
  static final int ALLOCATE_ANY = 0;
  static final int ALLOCATE_BELOW = 1;
  static final int ALLOCATE_AT = 2;
  static final int LOADER_CODE = 1;
  static final int LOADER_DATA = 2;

  private Firmware() {}

  static void write(int character) {
    SimulatedFirmware.current().write(character);
  }

  static void exit(long status) {
    SimulatedFirmware.current().exit();
  }

  static long allocate(int how, int type, long pages, long address) {
    return SimulatedFirmware.current().allocate(how, pages, address);
  }

  static long memoryMap(long buffer, long capacityBytes, long key, long entryBytes) {
    return SimulatedFirmware.current().memoryMap(buffer, capacityBytes, key, entryBytes);
  }

  static int exitBootServices(long key) {
    return SimulatedFirmware.current().exitBootServices(key);
  }

  static long imageProtocol(long low, long high) {
    return 1;
  }

  static long deviceProtocol(long loadedImage, long low, long high) {
    return 1;
  }

  static long openVolume(long fileSystem) {
    return SimulatedFirmware.current().openVolume();
  }

  static long open(long folder, long path) {
    return SimulatedFirmware.current().open(path);
  }

  static long length(long file) {
    return SimulatedFirmware.current().length(file);
  }

  static long read(long file, long buffer, long sizeBytes) {
    return SimulatedFirmware.current().read(file, buffer, sizeBytes);
  }

  static long table(long low, long high) {
    return SimulatedFirmware.current().table(low);
  }
}
