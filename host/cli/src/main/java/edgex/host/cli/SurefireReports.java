package edgex.host.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The XML reports that Surefire leaves in each module's {@code target/surefire-reports}. */
final class SurefireReports {
  private final Path root;

  SurefireReports(Path root) {
    this.root = root;
  }

  /** Removes the reports of earlier runs. */
  void clear() throws IOException {
    for (Path report : files()) {
      Files.delete(report);
    }
  }

  /** The sum of all reports. */
  TestCounts count() throws IOException {
    TestCounts sum = TestCounts.NONE;
    for (Path report : files()) {
      sum = sum.plus(read(report));
    }
    return sum;
  }

  private static TestCounts read(Path report) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Element suite = factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
      int failed = number(suite, "failures") + number(suite, "errors");
      int skipped = number(suite, "skipped");
      return new TestCounts(number(suite, "tests") - failed - skipped, failed, skipped);
    } catch (ParserConfigurationException | SAXException | NumberFormatException malformed) {
      // A test run that was killed leaves half a report: its tests have not passed.
      return new TestCounts(0, 1, 0);
    }
  }

  private static int number(Element suite, String attribute) {
    return Integer.parseInt(suite.getAttribute(attribute));
  }

  private List<Path> files() throws IOException {
    List<Path> reports = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean foreign =
                name.equals(".git") || name.equals("src") || folder.equals(root.resolve("build"));
            return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (file.getParent().endsWith("target/surefire-reports")
                && name.startsWith("TEST-")
                && name.endsWith(".xml")) {
              reports.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return reports;
  }
}
