package edgex.drivers.uart16550;

import edgex.drivers.serial.RegisterWindow;

/**
 * The configuration page of a PCI function (PCI Local Bus 3.0, 6.1 and 6.2.5): the device's ports
 * are nowhere until somebody has said where. On machines with firmware that is done already; it
 * does no harm to say it again.
 */
final class PciFunction {
  private static final int COMMAND = 0x04;
  private static final int CLASS = 0x08;
  private static final int BASE_ADDRESS_0 = 0x10;

  private static final int COMMAND_PORTS = 1;
  private static final int COMMAND_MASK = 0xffff;

  /** Class 7 (communication), subclass 0 (serial line), interface 2 (16550). */
  private static final int CLASS_SERIAL_16550 = 0x070002;

  private static final int CLASS_SHIFT = 8;

  /** In a base address: these are ports. */
  private static final int BASE_PORTS = 1;

  private final RegisterWindow configuration;

  PciFunction(RegisterWindow configuration) {
    this.configuration = configuration;
  }

  /** Whether a 16550 is there; an empty place reads as ones. */
  boolean isSerialLine() {
    return configuration.read(CLASS) >>> CLASS_SHIFT == CLASS_SERIAL_16550;
  }

  /** Puts the device's ports at a number, a multiple of 8, and lets it answer there. */
  void enablePorts(int firstPort) {
    configuration.write(BASE_ADDRESS_0, firstPort | BASE_PORTS);
    int command = configuration.read(COMMAND) & COMMAND_MASK;
    configuration.write(COMMAND, command | COMMAND_PORTS);
  }
}
