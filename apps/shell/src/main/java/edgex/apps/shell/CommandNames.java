package edgex.apps.shell;

import edgex.abi.service.Supervisor;
import edgex.manifest.Component;
import edgex.manifest.Manifest;
import edgex.manifest.ManifestException;
import edgex.manifest.ManifestParser;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The commands that there are: the shell's own and those that the image's manifest names. */
final class CommandNames {
  private static final String[] BUILT_IN = {"help", "jobs"};

  private CommandNames() {}

  /** Sorted; only the shell's own when the manifest cannot be read. */
  static List<String> load() {
    List<String> names = new ArrayList<>(List.of(BUILT_IN));
    File file = new File("/" + Manifest.IMAGE_PATH);
    try (FileInputStream input = new FileInputStream(file)) {
      String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
      for (Component component : ManifestParser.parse(text).components()) {
        names.addAll(component.commands());
      }
    } catch (IOException | ManifestException unreadable) {
      System.err.println("the list of commands cannot be read: " + unreadable.getMessage());
      names.add(Supervisor.RUN_COMMAND);
    }
    names.sort(null);
    return names;
  }
}
