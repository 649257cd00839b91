package edgex.drivers.uart16550;

import edgex.drivers.serial.RegisterWindow;
import edgex.drivers.serial.RegisterWindows;
import edgex.drivers.serial.SerialDriver;
import edgex.runtime.Capabilities;

/**
 * The process. Its registers are I/O ports or memory; a board that has the device behind PCI grants
 * its configuration page, too, and says with {@code port=NUMBER} where its ports shall be.
 */
public final class UartDriver {
  private static final String CONFIGURATION = "configuration";
  private static final String PORT = "port=";

  private UartDriver() {}

  /** Serves the line for ever. */
  public static void main(String[] arguments) {
    if (Capabilities.find(CONFIGURATION) != 0) {
      PciFunction function = new PciFunction(RegisterWindows.words(CONFIGURATION));
      if (!function.isSerialLine()) {
        System.err.println("no serial line has this PCI configuration page");
        System.exit(1);
      }
      function.enablePorts(port(arguments));
    }
    RegisterWindow registers = RegisterWindows.bytes("registers");
    SerialDriver driver = new SerialDriver();
    driver.run(new Uart(registers, driver));
  }

  private static int port(String[] arguments) {
    for (String argument : arguments) {
      if (argument.startsWith(PORT)) {
        return Integer.decode(argument.substring(PORT.length()));
      }
    }
    throw new IllegalArgumentException("the board does not say " + PORT + "NUMBER");
  }
}
