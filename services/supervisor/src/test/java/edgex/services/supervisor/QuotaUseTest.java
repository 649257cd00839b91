package edgex.services.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuotaUseTest {
  private static final QuotaUse SUPERVISOR = new QuotaUse(5_300, 60_000, 740, 65_536);

  @Test
  void limitsOfChildrenAreNotTheSupervisorsOwn() {
    QuotaUse driver = new QuotaUse(90, 1_000, 12, 200);
    QuotaUse shell = new QuotaUse(4_000, 4_000, 3, 500);
    QuotaUse own = SUPERVISOR.without(driver).without(shell);
    assertEquals(300, own.pages());
    assertEquals(40, own.capabilities());
  }

  @Test
  void whatAChildUsesMakesNoDifference() {
    QuotaUse idle = new QuotaUse(1, 1_000, 0, 200);
    QuotaUse full = new QuotaUse(1_000, 1_000, 200, 200);
    assertEquals(SUPERVISOR.without(idle), SUPERVISOR.without(full));
    assertEquals(60_000, SUPERVISOR.without(full).pagesLimit());
    assertEquals(65_536, SUPERVISOR.without(full).capabilitiesLimit());
  }
}
