package edgex.apps.tools;

import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ls}: the entries of directories, by name, one a line, directories with a slash at the end;
 * with {@code -l} the sizes in bytes before the names.
 */
final class ListCommand implements Command {
  @Override
  public String usage() {
    return "[-l] [PATH...]";
  }

  @Override
  public void run(Invocation invocation) throws UsageException {
    boolean withSizes = false;
    List<String> paths = new ArrayList<>();
    for (String argument : invocation.arguments()) {
      if (argument.equals("-l")) {
        withSizes = true;
      } else if (argument.startsWith("-")) {
        throw new UsageException("there is no option '" + argument + "'");
      } else {
        paths.add(argument);
      }
    }
    if (paths.isEmpty()) {
      paths.add("/");
    }
    for (int i = 0; i < paths.size(); i++) {
      list(paths.get(i), withSizes, paths.size() > 1, i == 0, invocation);
    }
  }

  private static void list(
      String path, boolean withSizes, boolean withTitle, boolean isFirst, Invocation invocation) {
    File file = new File(path);
    if (!file.exists()) {
      invocation.fail(path + ": there is no such file or directory");
      return;
    }
    PrintStream out = invocation.out();
    if (!file.isDirectory()) {
      printLine(size(file, withSizes), 0, path, out);
      return;
    }
    String[] names = file.list();
    if (names == null) {
      invocation.fail(path + ": the directory cannot be read");
      return;
    }
    Arrays.sort(names);
    if (withTitle) {
      out.println((isFirst ? "" : "\n") + path + ":");
    }
    printEntries(file, names, withSizes, out);
  }

  private static void printEntries(
      File directory, String[] names, boolean withSizes, PrintStream out) {
    String[] sizes = new String[names.length];
    int width = 0;
    for (int i = 0; i < names.length; i++) {
      File entry = new File(directory, names[i]);
      sizes[i] = size(entry, withSizes);
      width = Math.max(width, sizes[i].length());
      names[i] += entry.isDirectory() ? "/" : "";
    }
    for (int i = 0; i < names.length; i++) {
      printLine(sizes[i], width, names[i], out);
    }
  }

  private static String size(File file, boolean withSizes) {
    if (!withSizes) {
      return "";
    }
    return file.isDirectory() ? "-" : Long.toString(file.length());
  }

  private static void printLine(String size, int width, String name, PrintStream out) {
    StringBuilder line = new StringBuilder();
    for (int column = size.length(); column < width; column++) {
      line.append(' ');
    }
    line.append(size).append(size.isEmpty() ? "" : "  ").append(name);
    out.println(line);
  }
}
