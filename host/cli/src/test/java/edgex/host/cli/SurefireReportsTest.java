package edgex.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurefireReportsTest {
  @TempDir Path root;

  private void report(String module, String name, String text) throws IOException {
    Path folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void addsUpAllModules() throws IOException {
    report("a", "TEST-a.xml", "<testsuite tests='5' errors='1' skipped='1' failures='1'/>");
    report("b/c", "TEST-c.xml", "<testsuite tests='3' errors='0' skipped='0' failures='0'/>");
    report("b/c", "notes.txt", "not a report");
    SurefireReports reports = new SurefireReports(root);
    assertEquals(new TestCounts(5, 2, 1), reports.count());
    assertEquals("5 passed, 2 failed, 1 skipped", reports.count().summary());
    reports.clear();
    assertEquals("0 passed, 0 failed", reports.count().summary());
  }

  @Test
  void halfAReportIsAFailure() throws IOException {
    report("a", "TEST-a.xml", "<testsuite tests='5' err");
    assertEquals(new TestCounts(0, 1, 0), new SurefireReports(root).count());
  }
}
