package edgex.boot.uefi;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Where the firmware describes the machine (UEFI Specification 2.10, 4.6). */
@StaticInit
@Unmanaged
public final class ConfigurationTables {
  private static final long ACPI_2_LOW = 0x11d3_e4f1_8868_e871L;
  private static final long ACPI_2_HIGH = 0x8188_3cc7_8000_22bcL;
  private static final long ACPI_1_LOW = 0x11d3_2d88_eb9d_2d30L;
  private static final long ACPI_1_HIGH = 0x4dc1_3f27_9000_169aL;
  private static final long DEVICE_TREE_LOW = 0x41a5_f19c_b1b6_21d5L;
  private static final long DEVICE_TREE_HIGH = 0xe0aa_692c_15d9_0b83L;

  private ConfigurationTables() {}

  /** ACPI's root pointer, of the newest version there is; 0 without one. */
  public static long acpi() {
    long table = Firmware.table(ACPI_2_LOW, ACPI_2_HIGH);
    return table != 0 ? table : Firmware.table(ACPI_1_LOW, ACPI_1_HIGH);
  }

  /** The flattened device tree; 0 without one. */
  public static long deviceTree() {
    return Firmware.table(DEVICE_TREE_LOW, DEVICE_TREE_HIGH);
  }
}
