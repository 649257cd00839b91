package edgex.toolchain.aot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** An external program such as gcc: started, waited for, its output collected. */
final class Tool {
  /** A gcc run of a whole program takes several hundred MiB; two keep a small machine busy. */
  private static final Semaphore RUNNING = new Semaphore(2);

  private static final Map<String, String> OUTPUTS = new ConcurrentHashMap<>();

  private final String command;
  private final String debianPackage;

  Tool(String command, String debianPackage) {
    this.command = command;
    this.debianPackage = debianPackage;
  }

  /** Runs the tool and returns all it printed; a non-zero exit is an error that shows it. */
  String run(Path workingDirectory, List<String> arguments) throws AotException, IOException {
    List<String> commandLine = new ArrayList<>();
    commandLine.add(command);
    commandLine.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(commandLine).redirectErrorStream(true);
    builder.directory(workingDirectory.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("SOURCE_DATE_EPOCH", "0");
    RUNNING.acquireUninterruptibly();
    try {
      return finish(start(builder));
    } finally {
      RUNNING.release();
    }
  }

  /** Like {@link #run}, for queries whose answer does not change while this JVM lives. */
  String query(Path workingDirectory, String argument) throws AotException, IOException {
    String key = command + " " + argument;
    String known = OUTPUTS.get(key);
    if (known == null) {
      known = run(workingDirectory, List.of(argument)).strip();
      OUTPUTS.put(key, known);
    }
    return known;
  }

  private Process start(ProcessBuilder builder) throws AotException {
    try {
      return builder.start();
    } catch (IOException cause) {
      throw new AotException(
          command + " is missing: install it with apt-get install " + debianPackage, cause);
    }
  }

  private String finish(Process process) throws AotException, IOException {
    String output;
    int status;
    try {
      process.getOutputStream().close();
      output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      status = process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AotException(command + " was interrupted", interrupted);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (status != 0) {
      throw new AotException(explain(status, output));
    }
    return output;
  }

  private String explain(int status, String output) {
    if (output.toLowerCase(Locale.ROOT).contains("no space left on device")) {
      return command + ": the disk is full\n" + output;
    }
    return command + " failed with status " + status + ":\n" + output;
  }
}
