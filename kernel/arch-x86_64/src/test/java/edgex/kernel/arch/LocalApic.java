package edgex.kernel.arch;

import java.util.ArrayList;
import java.util.List;

/** A local APIC that only remembers. */
final class LocalApic {
  static final int LINE_VECTOR = 0x40;
  static final List<String> EVENTS = new ArrayList<>();

  private LocalApic() {}

  static int identity() {
    return 7;
  }

  static void setLineCount(int lineCount) {}

  static void endOfInterrupt() {
    EVENTS.add("end");
  }

  static void interruptSelf(int vector) {
    EVENTS.add("self " + vector);
  }

  static boolean interruptPending() {
    return false;
  }
}
