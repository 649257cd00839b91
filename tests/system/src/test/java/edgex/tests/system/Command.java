package edgex.tests.system;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The host's command line in a process of its own, as the launcher starts it once all is built.
 *
 * @param status what it exited with
 * @param output its standard output, byte for byte as ISO 8859-1
 * @param errors its standard error
 */
record Command(int status, String output, String errors) {
  private static final String LIMIT_SECONDS = "120";

  /** The words that start {@code edgex} with these arguments. */
  static List<String> words(String... arguments) {
    // Surefire's own class path is one jar that points to the others.
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-Dedgex.root=" + Repository.ROOT));
    words.addAll(List.of("-cp", classPath, "edgex.host.cli.Main"));
    words.addAll(List.of(arguments));
    return words;
  }

  /** Runs {@code edgex run} with a time limit and more arguments, in a folder. */
  static Command run(Path folder, String... arguments) throws IOException, InterruptedException {
    String[] all =
        Stream.concat(Stream.of("run", "--timeout", LIMIT_SECONDS), Stream.of(arguments))
            .toArray(String[]::new);
    return start(folder, all);
  }

  /** Runs {@code edgex} with just these arguments. */
  static Command start(Path folder, String... arguments) throws IOException, InterruptedException {
    return start(folder, new ProcessBuilder(words(arguments)).directory(folder.toFile()));
  }

  /** Runs any command to its end; what it says goes through a file in a folder. */
  static Command start(Path folder, ProcessBuilder builder)
      throws IOException, InterruptedException {
    File errors = folder.resolve("standard-error").toFile();
    Process process = builder.redirectError(errors).start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    return new Command(process.waitFor(), output, Files.readString(errors.toPath()));
  }
}
