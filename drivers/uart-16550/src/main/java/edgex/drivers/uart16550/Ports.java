package edgex.drivers.uart16550;

/** The eight registers, one byte each. */
interface Ports {
  int read(int register);

  void write(int register, int value);
}
