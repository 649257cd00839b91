package edgex.apps.tools;

import edgex.abi.service.Log;
import edgex.abi.service.Supervisor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs commands against services of the test's own. */
final class Harness implements Services {
  final FakeSupervisor supervisor = new FakeSupervisor();
  final FakeLog log = new FakeLog();
  final List<FileTree> trees = new ArrayList<>();
  byte[] input = new byte[0];
  String output;
  String errors;

  /** Runs a command; its exit status. */
  int run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Tools.run(
            arguments,
            new ByteArrayInputStream(input),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            this);
    output = out.toString(StandardCharsets.UTF_8);
    errors = err.toString(StandardCharsets.UTF_8);
    return status;
  }

  @Override
  public Supervisor supervisor() {
    return supervisor;
  }

  @Override
  public Log log() {
    return log;
  }

  @Override
  public List<FileTree> fileTrees() {
    return trees;
  }
}
