package edgex.drivers.serial;

/** A device's registers, by their distance from the first in bytes. */
public interface RegisterWindow {
  /** Reads a register, zero-extended. */
  int read(int offset);

  /** Writes a register. */
  void write(int offset, int value);
}
