package edgex.drivers.uartpl011;

import edgex.drivers.serial.RegisterWindows;
import edgex.drivers.serial.SerialDriver;

/** The process. */
public final class Pl011Driver {
  private Pl011Driver() {}

  /** Serves the line for ever. */
  public static void main(String[] arguments) {
    SerialDriver driver = new SerialDriver();
    driver.run(new Pl011(RegisterWindows.words("registers"), driver));
  }
}
