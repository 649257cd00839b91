package edgex.services.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import edgex.manifest.Limits;
import org.junit.jupiter.api.Test;

class QuotaUseTest {
  private static final QuotaUse SUPERVISOR = new QuotaUse(5_300, 60_000, 740, 65_536, 900, 20_000);

  @Test
  void limitsOfChildrenAreNotTheSupervisorsOwn() {
    QuotaUse driver = new QuotaUse(90, 1_000, 12, 200, 20, 100);
    QuotaUse shell = new QuotaUse(4_000, 4_000, 3, 500, 1, 300);
    QuotaUse own = SUPERVISOR.without(driver).without(shell);
    assertEquals(300, own.pages());
    assertEquals(40, own.capabilities());
    assertEquals(500, own.objects());
  }

  @Test
  void whatAChildUsesMakesNoDifference() {
    QuotaUse idle = new QuotaUse(1, 1_000, 0, 200, 0, 9);
    QuotaUse full = new QuotaUse(1_000, 1_000, 200, 200, 9, 9);
    assertEquals(SUPERVISOR.without(idle), SUPERVISOR.without(full));
    assertEquals(60_000, SUPERVISOR.without(full).pagesLimit());
    assertEquals(65_536, SUPERVISOR.without(full).capabilitiesLimit());
  }

  @Test
  void whatDoesNotFitIsNamed() {
    QuotaUse nearlyFull = new QuotaUse(90, 100, 195, 200, 297, 300);
    long tenPages = 10 * QuotaUse.PAGE_BYTES;
    assertNull(nearlyFull.shortage(new Limits(1, 1, tenPages, 5, 3)));
    assertEquals(
        "it may use 41 KiB of memory, and 40 KiB are left:"
            + " give the machine more, or its components less",
        nearlyFull.shortage(new Limits(1, 1, tenPages + 1024, 5, 3)));
    assertEquals(
        "it may hold 6 capabilities, and 5 are left: give the components less",
        nearlyFull.shortage(new Limits(1, 1, tenPages, 6, 3)));
    assertEquals(
        "it may make 4 objects, and 3 are left: give the components less",
        nearlyFull.shortage(new Limits(1, 1, tenPages, 5, 4)));
  }
}
