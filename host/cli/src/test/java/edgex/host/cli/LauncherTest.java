package edgex.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs a copy of the launcher with a search path of its own: a few programs of this machine, and
 * stand-ins for apt-get and sudo that write down how they are called.
 */
class LauncherTest {
  private static final List<String> PROGRAMS =
      List.of(
          "bash",
          "cat",
          "chmod",
          "dirname",
          "env",
          "find",
          "flock",
          "grep",
          "head",
          "java",
          "javac",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "test",
          "touch");

  @TempDir Path folder;
  private Path bin;
  private Path repository;

  private record Result(int status, String output, String errors) {}

  @BeforeEach
  void copyLauncher() throws IOException {
    bin = Files.createDirectories(folder.resolve("bin"));
    for (String program : PROGRAMS) {
      script(program, "exec " + locate(program) + " \"$@\"");
    }
    repository = Files.createDirectories(folder.resolve("repository with space"));
    Files.createDirectories(repository.resolve("toolchain"));
    Files.copy(Path.of("../../edgex"), repository.resolve("edgex"));
    tools("javac\topenjdk-17-jdk-headless\tcompiles");
  }

  private static Path locate(String program) throws IOException {
    for (String candidate : System.getenv("PATH").split(":", -1)) {
      Path file = Path.of(candidate).resolve(program);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IOException("this test needs " + program);
  }

  private void tools(String... rows) throws IOException {
    Files.writeString(
        repository.resolve("toolchain/tools.tsv"), "# comment\n" + String.join("\n", rows) + "\n");
  }

  private void script(String name, String text) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(
        file,
        "#!/bin/sh\n" + text + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
    assertTrue(file.toFile().setExecutable(true));
  }

  private Result launch(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(bin.resolve("bash").toString());
    words.add(repository.resolve("edgex").toString());
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("PATH", bin.toString());
    builder.redirectError(folder.resolve("errors").toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output, Files.readString(folder.resolve("errors")));
  }

  @Test
  void doctorFindsWhatIsThere() throws Exception {
    Result result = launch("doctor");
    assertTrue(result.output().contains("found    javac"), result.output());
    assertTrue(result.output().endsWith("Nothing is missing.\n"), result.output());
    assertEquals(0, result.status());
  }

  @Test
  void doctorSaysHowToGetWhatIsMissing() throws Exception {
    tools("javac\tjdk\tcompiles", "frobnicate\tfrobnicator\tfrobnicates things");
    Result result = launch("doctor");
    assertTrue(result.output().contains("MISSING  frobnicate"), result.output());
    assertTrue(
        result.output().contains("apt-get install frobnicator  (frobnicates things)"),
        result.output());
    assertEquals(1, result.status());
  }

  @Test
  void withoutAptItListsWhatToInstall() throws Exception {
    tools("frobnicate\tfrobnicator\tx", "grind\tgrinder\tx");
    Result result = launch("run");
    assertTrue(
        result
            .errors()
            .contains("install these first (Debian's package names): frobnicator grinder"),
        result.errors());
    assertEquals("", result.output());
    assertEquals(1, result.status());
  }

  /** What only one architecture needs is asked for when a command is about that one. */
  @ParameterizedTest
  @CsvSource({
    "run, boots",
    "run --arch one, boots armour",
    "run --arch=two -- ls --arch one, boots rivets",
    "run --board b2, boots rivets",
    "image --arch two --board b1, boots rivets",
    "test, boots armour rivets",
    "test --arch one, boots armour",
    "test --arch none, boots",
  })
  void asksForTheToolsOfTheArchitecture(String words, String packages) throws Exception {
    Files.createDirectories(repository.resolve("boards"));
    Files.writeString(repository.resolve("boards/b1.toml"), "architecture = \"one\"\n");
    Files.writeString(repository.resolve("boards/b2.toml"), "architecture = \"two\"  # two\n");
    tools("grind\tboots\tx", "frob\tarmour\tx\tone", "nicate\trivets\tx\ttwo");
    Result result = launch(words.split(" "));
    assertTrue(result.errors().endsWith("package names): " + packages + "\n"), result.errors());
    assertEquals(1, result.status());
  }

  /** Firmware is asked for when a command boots by it, on the architecture that it is for. */
  @ParameterizedTest
  @CsvSource({
    "run --arch one, boots",
    "run --arch one --firmware uefi, boots laces",
    "run --arch two --firmware=uefi -- ls, boots",
    "run --arch one -- ls --firmware uefi, boots",
    "test --arch one, boots laces needle",
  })
  void asksForTheFirmware(String words, String packages) throws Exception {
    tools("grind\tboots\tx", "/no/such.fd\tlaces\tx\tone\tuefi", "sew\tneedle\tx\t-\ttest");
    Result result = launch(words.split(" "));
    assertTrue(result.errors().endsWith("package names): " + packages + "\n"), result.errors());
  }

  @Test
  void installsWhatIsMissingAndSaysSo() throws Exception {
    tools("javac\tjdk\tcompiles", "mvn\tmaven\tbuilds", "frobnicate\tfrobnicator\tx");
    String calls = folder.resolve("calls").toString();
    script("sudo", "exec \"$@\"");
    script(
        "apt-get",
        "echo \"$@\" >> '"
            + calls
            + "'\n"
            + "if [ $2 = install ]; then echo '#!/bin/sh' > '"
            + bin
            + "/frobnicate'; "
            + "chmod +x '"
            + bin
            + "/frobnicate'; fi");
    script("mvn", "echo '[ERROR] planted failure'; exit 1");
    Result result = launch("run");
    assertTrue(
        result.errors().contains("edgex: installing with apt: frobnicator"), result.errors());
    assertEquals(
        "-q update\n-q install -y --no-install-recommends frobnicator\n",
        Files.readString(folder.resolve("calls")));
    assertTrue(result.errors().contains("planted failure"), result.errors());
    assertTrue(result.errors().contains("all of its output"), result.errors());
    assertEquals("", result.output());
    assertEquals(1, result.status());
  }

  @Test
  void anInstallationThatDoesNotHelpIsAnError() throws Exception {
    tools("frobnicate\tfrobnicator\tx");
    script("sudo", "exec \"$@\"");
    script("apt-get", "exit 0");
    Result result = launch("run");
    assertTrue(result.errors().contains("still missing: frobnicator"), result.errors());
    assertEquals(1, result.status());
  }

  /** How often Maven has been called in all. */
  private int mavenCallsAfterRun() throws Exception {
    launch("run");
    return Files.readAllLines(folder.resolve("maven-calls")).size();
  }

  @Test
  void buildsTheHostToolsWhenSomethingChangedAndOnlyThen() throws Exception {
    script(
        "mvn",
        "echo \"$@\" >> '"
            + folder.resolve("maven-calls")
            + "'; mkdir -p host/cli/target && touch host/cli/target/classpath");
    Path source = repository.resolve("module/src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    Path test = Files.createDirectories(repository.resolve("module/src/test"));
    assertEquals(1, mavenCallsAfterRun());
    assertEquals(1, mavenCallsAfterRun());
    Files.setLastModifiedTime(test, inTheFuture());
    assertEquals(1, mavenCallsAfterRun(), "tests are not part of the tools");
    Files.setLastModifiedTime(source, inTheFuture());
    assertEquals(2, mavenCallsAfterRun());
    Files.setLastModifiedTime(source, FileTime.fromMillis(0));
    assertEquals(2, mavenCallsAfterRun());
    Path moved = folder.resolve("moved");
    Files.move(repository, moved);
    repository = moved;
    assertEquals(3, mavenCallsAfterRun(), "Maven's class paths name the old folder");
    assertEquals(3, mavenCallsAfterRun());
  }

  private static FileTime inTheFuture() {
    return FileTime.from(Instant.now().plusSeconds(3600));
  }

  @Test
  void cleanKeepsTheCacheUnlessTold() throws Exception {
    Path cache = Files.createDirectories(repository.resolve("build/cache"));
    Path output = Files.createDirectories(repository.resolve("build/x86_64"));
    Path target = Files.createDirectories(repository.resolve("module/target"));
    Path source = Files.createDirectories(repository.resolve("module/src/target"));
    Files.writeString(repository.resolve("module/pom.xml"), "");
    assertEquals(0, launch("clean").status());
    assertTrue(Files.exists(cache));
    assertFalse(Files.exists(output));
    assertTrue(Files.exists(target));
    assertEquals(0, launch("clean", "--all").status());
    assertFalse(Files.exists(repository.resolve("build")));
    assertFalse(Files.exists(target));
    assertTrue(Files.exists(source));
    Result wrong = launch("clean", "everything");
    assertTrue(wrong.errors().contains("not 'everything'"), wrong.errors());
    assertEquals(1, wrong.status());
  }
}
