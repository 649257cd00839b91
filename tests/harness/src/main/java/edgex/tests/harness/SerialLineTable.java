package edgex.tests.harness;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** What {@code serial-lines.h} of the architecture says; each constant is the place of a word. */
@StaticInit
final class SerialLineTable {
  /** Not 0: registers are in device memory. */
  static final int IN_MEMORY = 0;

  /** First port, or physical address of the page of registers. Data is the first register. */
  static final int START = 1;

  /** Distance of the status register from the first. */
  static final int STATUS_OFFSET = 2;

  /** Status bits that say whether there is room to write. */
  static final int STATUS_MASK = 3;

  /** What those bits are when there is room. */
  static final int STATUS_ROOM = 4;

  /** Physical address of the PCI function's configuration page; 0: it is not behind PCI. */
  static final int PCI_CONFIGURATION = 5;

  /** The port that the PCI function's registers are to begin at. */
  static final int PCI_PORT = 6;

  /** The interrupt line. */
  static final int INTERRUPT = 7;

  private SerialLineTable() {}

  @Import(name = "edgex_serial_line_word")
  @Include("serial-lines.h")
  @Unmanaged
  static native long word(int line, int word);
}
