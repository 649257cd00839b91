package edgex.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The C program that measures Linux from the inside, as the guest's first process. */
final class GuestProgram {
  private static final String HEADER = "peer.h";
  private static final List<String> UNITS =
      List.of("main.c", "shell.c", "process.c", "memory.c", "messages.c", "threads.c");
  private static final Duration COMPILE_LIMIT = Duration.ofMinutes(2);

  private GuestProgram() {}

  /**
   * Compiles the program into FOLDER, statically: the guest has no C library.
   *
   * @param moreFlags added to those that are always used
   * @return the executable
   * @throws PeerException if gcc or the static C library is missing
   */
  static Path compile(Path folder, String... moreFlags) throws IOException {
    writeSource(folder, HEADER);
    Path program = folder.resolve("init");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-std=gnu17", "-D_GNU_SOURCE", "-O2", "-pthread", "-static", "-s"));
    arguments.addAll(List.of(moreFlags));
    arguments.addAll(List.of("-o", program.toString()));
    for (String unit : UNITS) {
      arguments.add(writeSource(folder, unit).toString());
    }
    HostTool.GCC.run(folder, COMPILE_LIMIT, arguments);
    return program;
  }

  private static Path writeSource(Path folder, String name) throws IOException {
    try (InputStream source = GuestProgram.class.getResourceAsStream("linux/" + name)) {
      if (source == null) {
        throw new IllegalStateException("the source file " + name + " is not in this module's jar");
      }
      Path file = folder.resolve(name);
      Files.copy(source, file);
      return file;
    }
  }
}
