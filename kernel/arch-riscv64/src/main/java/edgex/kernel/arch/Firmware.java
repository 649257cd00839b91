package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The firmware below the kernel (RISC-V Supervisor Binary Interface 1.0): console, timer, power. An
 * extension that is not there is replaced by its legacy call (chapter 5), which every firmware has.
 */
@StaticInit
@Unmanaged
final class Firmware {
  private static final long BASE = 0x10;
  private static final long PROBE = 3;
  private static final long TIME = 0x5449_4d45;
  private static final long SYSTEM_RESET = 0x5352_5354;
  private static final long SHUT_DOWN = 0;
  private static final long COLD_REBOOT = 1;

  private static final long LEGACY_SET_TIMER = 0;
  private static final long LEGACY_PUT_CHARACTER = 1;
  private static final long LEGACY_SHUT_DOWN = 8;

  private static boolean timeExtension;

  private Firmware() {}

  /** Asks once what there is. */
  static void initialize() {
    timeExtension = Instructions.firmwareValue(BASE, PROBE, TIME, 0) != 0;
  }

  /** Writes one byte to the firmware's console. Works before {@link #initialize}. */
  static void write(int value) {
    Instructions.firmwareCall(LEGACY_PUT_CHARACTER, 0, value, 0);
  }

  /** Interrupts this CPU when the clock reaches a value. */
  static void setTimer(long time) {
    Instructions.firmwareCall(timeExtension ? TIME : LEGACY_SET_TIMER, 0, time, 0);
  }

  /** Switches the machine off; returns where the firmware cannot. */
  static void powerOff() {
    Instructions.firmwareCall(SYSTEM_RESET, 0, SHUT_DOWN, 0);
    Instructions.firmwareCall(LEGACY_SHUT_DOWN, 0, 0, 0);
  }

  /** Resets the machine; returns where the firmware cannot. */
  static void reset() {
    Instructions.firmwareCall(SYSTEM_RESET, 0, COLD_REBOOT, 0);
  }
}
