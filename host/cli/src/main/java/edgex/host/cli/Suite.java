package edgex.host.cli;

import edgex.toolchain.image.ImageException;
import edgex.toolchain.image.TomlSection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of the tests, from {@code tests/suites.toml}.
 *
 * @param modules the Maven modules that hold the tests
 * @param tags the JUnit tags of the tests; all tests of the modules if there are none
 * @param classes patterns of test classes as Surefire reads them; all if there are none
 */
record Suite(List<String> modules, List<String> tags, List<String> classes) {
  private static final String FILE = "tests/suites.toml";

  /** The suite of a name. */
  static Suite find(Path root, String name) throws UserException {
    Map<String, Suite> suites = new TreeMap<>();
    try {
      TomlSection file = TomlSection.read(root, root.resolve(FILE));
      for (String key : file.keys()) {
        TomlSection section = file.section(key);
        section.requiredString("description");
        suites.put(
            key,
            new Suite(
                section.strings("modules"), section.strings("tags"), section.strings("classes")));
        section.refuseUnknownKeys();
      }
    } catch (ImageException refused) {
      throw new UserException(refused.getMessage());
    }
    Suite suite = suites.get(name);
    if (suite == null) {
      throw new UserException(
          "no test suite '" + name + "'; there are: " + String.join(", ", suites.keySet()),
          ExitStatus.USAGE);
    }
    for (String module : suite.modules()) {
      if (!Files.isRegularFile(root.resolve(module).resolve("pom.xml"))) {
        throw new UserException(FILE + ": suite " + name + " names no module: " + module);
      }
    }
    return suite;
  }
}
