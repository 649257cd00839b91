package edgex.host.cli;

import edgex.host.build.DiskErrors;
import edgex.host.machine.HostLinkReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that go into the guest and come out of it.
 *
 * @param into path in the boot image, without a leading slash, to file on this machine
 * @param from absolute guest path to file on this machine
 */
record Transfers(Map<String, Path> into, Map<String, Path> from) {

  /**
   * Reads the values of {@code --put HOST:GUEST} and {@code --get GUEST:HOST} and checks the files
   * on this machine.
   */
  static Transfers parse(List<String> puts, List<String> gets) throws UserException {
    Map<String, Path> into = new LinkedHashMap<>();
    for (String put : puts) {
      // A guest path is absolute, a file name of this machine may hold colons.
      int colon = put.lastIndexOf(":/");
      if (colon <= 0) {
        throw usage("--put", put, "HOST:GUEST with an absolute GUEST path");
      }
      Path file = Path.of(put.substring(0, colon));
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new UserException("--put: there is no readable file " + file);
      }
      String guest = put.substring(colon + 2);
      if (into.put(guest, file) != null) {
        throw new UserException("--put: two files for /" + guest, ExitStatus.USAGE);
      }
    }
    Map<String, Path> from = new LinkedHashMap<>();
    for (String get : gets) {
      int colon = get.indexOf(':');
      if (!get.startsWith("/") || colon < 2 || colon == get.length() - 1) {
        throw usage("--get", get, "GUEST:HOST with an absolute GUEST path");
      }
      Path file = Path.of(get.substring(colon + 1));
      Path folder = file.toAbsolutePath().getParent();
      if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
        throw new UserException("--get: cannot write a file " + file);
      }
      if (from.put(get.substring(0, colon), file) != null) {
        throw new UserException(
            "--get: " + get.substring(0, colon) + " is asked for twice", ExitStatus.USAGE);
      }
    }
    return new Transfers(into, from);
  }

  private static UserException usage(String option, String value, String form) {
    return new UserException(option + " " + value + ": write it as " + form, ExitStatus.USAGE);
  }

  /**
   * Writes the files that the guest sent.
   *
   * @return a line for each file that did not come
   */
  List<String> save(HostLinkReport report) throws UserException {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, Path> wanted : from.entrySet()) {
      ByteBuffer content = report.files().get(wanted.getKey());
      if (content != null) {
        write(wanted.getValue(), content.duplicate());
      } else if (report.missing().contains(wanted.getKey())) {
        problems.add("--get: the guest has no file " + wanted.getKey());
      } else {
        problems.add("--get: the guest did not send " + wanted.getKey());
      }
    }
    return problems;
  }

  private static void write(Path file, ByteBuffer content) throws UserException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      while (content.hasRemaining()) {
        channel.write(content);
      }
    } catch (IOException cause) {
      throw new UserException("--get: " + file + ": " + DiskErrors.explain(cause));
    }
  }
}
