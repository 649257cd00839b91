package edgex.kernel.arch;

import edgex.kernel.machine.Unsigned;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Power switch, reset and power-management timer: the fixed registers that FADT names (ACPI
 * specification 6.5, 4.8, 5.2.9, 7.4.2).
 */
@StaticInit
@Unmanaged
final class AcpiPower {
  /**
   * About four seconds: a port takes a microsecond. An emulator with several processors on a busy
   * host needs more than a tenth of one.
   */
  private static final int POLLS_UNTIL_OFF = 4_000_000;

  private static final int DSDT_OFFSET = 40;
  private static final int ENABLE_PORT_OFFSET = 48;
  private static final int ENABLE_VALUE_OFFSET = 52;
  private static final int CONTROL_A_OFFSET = 64;
  private static final int CONTROL_B_OFFSET = 68;
  private static final int TIMER_OFFSET = 76;
  private static final int FLAGS_OFFSET = 112;
  private static final int FLAGS_END = 116;
  private static final int RESET_SPACE_OFFSET = 116;
  private static final int RESET_ADDRESS_OFFSET = 120;
  private static final int RESET_VALUE_OFFSET = 128;
  private static final int RESET_END = 129;
  private static final int EXTENDED_DSDT_OFFSET = 140;
  private static final int EXTENDED_DSDT_END = 148;

  private static final int FLAG_RESET = 1 << 10;
  private static final int SPACE_PORTS = 1;
  private static final int PORT_LIMIT = 0x1_0000;

  private static final int CONTROL_ENABLED = 1;
  private static final int CONTROL_SLEEP_TYPE_SHIFT = 10;
  private static final int CONTROL_SLEEP = 1 << 13;
  private static final int ENABLE_POLLS = 100_000;

  private static final int NAME_S5 = 0x5f35535f; // "_S5_"
  private static final int NAME_BYTES = 4;
  private static final int OPERATION_PACKAGE = 0x12;
  private static final int OPERATION_BYTE = 0x0a;
  private static final int OPERATION_ONE = 0x01;
  private static final int PACKAGE_LENGTH_SHIFT = 6;
  private static final int SLEEP_TYPE_MASK = 0x7;
  private static final int SLEEP_PACKAGE_BYTES = 8;

  private static long table;

  private AcpiPower() {}

  /** Uses this FADT; 0: there is none. */
  static void initialize(long fadt) {
    table = fadt;
  }

  /** The port of the power-management timer, 24 bits at 3.579545 MHz; 0 without one. */
  static int timerPort() {
    return port(TIMER_OFFSET);
  }

  /** Switches the machine off. Returns when the tables don't tell how. */
  static void powerOff() {
    long types = sleepTypes();
    int controlA = port(CONTROL_A_OFFSET);
    if (types < 0 || controlA == 0) {
      return;
    }
    enable(controlA);
    int typeA = (int) types & SLEEP_TYPE_MASK;
    int typeB = (int) (types >> Byte.SIZE) & SLEEP_TYPE_MASK;
    Instructions.out16(controlA, typeA << CONTROL_SLEEP_TYPE_SHIFT | CONTROL_SLEEP);
    int controlB = port(CONTROL_B_OFFSET);
    if (controlB != 0) {
      Instructions.out16(controlB, typeB << CONTROL_SLEEP_TYPE_SHIFT | CONTROL_SLEEP);
    }
    // The machine goes on for a moment; its processes must not.
    for (int i = 0; i < POLLS_UNTIL_OFF; i++) {
      Instructions.in16(controlA);
    }
  }

  /** Resets the machine through its reset register. Returns when there is none. */
  static void reset() {
    if (!has(RESET_END)
        || !has(FLAGS_END)
        || (PhysicalMemory.read32(table + FLAGS_OFFSET) & FLAG_RESET) == 0
        || PhysicalMemory.read8(table + RESET_SPACE_OFFSET) != SPACE_PORTS) {
      return;
    }
    long address = PhysicalMemory.read64(table + RESET_ADDRESS_OFFSET);
    if (address > 0 && address < PORT_LIMIT) {
      Instructions.out8((int) address, PhysicalMemory.read8(table + RESET_VALUE_OFFSET));
    }
  }

  /**
   * The two sleep types of state S5, B in the second byte; -1 when DSDT does not tell. The name is
   * looked for in the byte code: {@code _S5_ Package(length, count) {typeA, typeB, ...}}.
   */
  static long sleepTypes() {
    long code = differentiatedTable();
    if (code == 0) {
      return -1;
    }
    int last = AcpiTables.length(code) - NAME_BYTES - SLEEP_PACKAGE_BYTES;
    for (int offset = AcpiTables.HEADER_BYTES; offset <= last; offset++) {
      long name = code + offset;
      if (PhysicalMemory.read32(name) == NAME_S5
          && PhysicalMemory.read8(name + NAME_BYTES) == OPERATION_PACKAGE) {
        return packageTypes(name + NAME_BYTES + 1);
      }
    }
    return -1;
  }

  /** Reads length, count and two numbers, at most seven bytes. */
  private static long packageTypes(long lengthAddress) {
    int moreLengthBytes = PhysicalMemory.read8(lengthAddress) >> PACKAGE_LENGTH_SHIFT;
    if (moreLengthBytes > 1) {
      return -1;
    }
    long first = lengthAddress + 1 + moreLengthBytes + 1;
    int typeA = number(first);
    int typeB = number(first + numberBytes(first));
    return typeA < 0 || typeB < 0 ? -1 : typeA | (long) typeB << Byte.SIZE;
  }

  private static int number(long address) {
    int operation = PhysicalMemory.read8(address);
    if (operation == OPERATION_BYTE) {
      return PhysicalMemory.read8(address + 1);
    }
    return operation <= OPERATION_ONE ? operation : -1;
  }

  private static int numberBytes(long address) {
    return PhysicalMemory.read8(address) == OPERATION_BYTE ? 2 : 1;
  }

  private static long differentiatedTable() {
    long found = 0;
    if (has(EXTENDED_DSDT_END)) {
      found = PhysicalMemory.read64(table + EXTENDED_DSDT_OFFSET);
    }
    if (found == 0 && has(DSDT_OFFSET + Integer.BYTES)) {
      found = Unsigned.toLong(PhysicalMemory.read32(table + DSDT_OFFSET));
    }
    return AcpiTables.isTable(found, AcpiTables.SIGNATURE_DSDT) ? found : 0;
  }

  /** Takes the registers over from the firmware, where it still holds them. */
  private static void enable(int control) {
    int enablePort = port(ENABLE_PORT_OFFSET);
    if (enablePort == 0 || (Instructions.in16(control) & CONTROL_ENABLED) != 0) {
      return;
    }
    Instructions.out8(enablePort, PhysicalMemory.read8(table + ENABLE_VALUE_OFFSET));
    for (int i = 0; i < ENABLE_POLLS && (Instructions.in16(control) & CONTROL_ENABLED) == 0; i++) {}
  }

  private static int port(int offset) {
    if (!has(offset + Integer.BYTES)) {
      return 0;
    }
    int port = PhysicalMemory.read32(table + offset);
    return port > 0 && port < PORT_LIMIT ? port : 0;
  }

  /** Whether there is a table that reaches to this offset. */
  private static boolean has(int endOffset) {
    return table != 0 && AcpiTables.length(table) >= endOffset;
  }
}
