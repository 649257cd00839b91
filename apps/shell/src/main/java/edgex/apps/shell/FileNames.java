package edgex.apps.shell;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** What completion completes to: the commands of the image and the names of files. */
final class FileNames implements Completion.Source {
  private final List<String> commands;

  FileNames(List<String> commands) {
    this.commands = commands;
  }

  @Override
  public List<String> commands() {
    return commands;
  }

  @Override
  public List<String> entries(String directory) {
    File folder = new File(directory.isEmpty() ? "/" : directory);
    File[] files = folder.listFiles();
    List<String> names = new ArrayList<>();
    if (files != null) {
      for (File file : files) {
        names.add(file.isDirectory() ? file.getName() + "/" : file.getName());
      }
    }
    return names;
  }
}
