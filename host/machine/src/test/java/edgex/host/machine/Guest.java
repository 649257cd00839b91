package edgex.host.machine;

import edgex.toolchain.image.Board;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The assembled {@code guest.S} and the options to run it with. */
record Guest(Path folder, Path kernel) {

  static Guest assemble(Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve("guest.S");
    try (InputStream text = Guest.class.getResourceAsStream("guest.S")) {
      Files.copy(Objects.requireNonNull(text), source);
    }
    Path kernel = folder.resolve("guest.elf");
    Process gcc =
        new ProcessBuilder(
                "x86_64-linux-gnu-gcc",
                "-m32",
                "-nostdlib",
                "-static",
                "-Wl,-Ttext=0x100000,-e,start,--build-id=none",
                "-o",
                kernel.toString(),
                source.toString())
            .inheritIO()
            .start();
    if (gcc.waitFor() != 0) {
      throw new IOException("gcc failed on " + source);
    }
    Files.write(folder.resolve("boot.img"), new byte[4096]);
    return new Guest(folder, kernel);
  }

  private static Board.Emulator emulator() {
    return new Board.Emulator(
        "qemu-system-x86_64",
        "qemu-system-x86",
        "q35",
        "max",
        false,
        List.of("-serial", "chardev:host-link"),
        Map.of());
  }

  MachineOptions options(String commandLine, Optional<Duration> timeLimit) {
    return new MachineOptions(
        emulator(),
        kernel,
        folder.resolve("boot.img"),
        commandLine,
        1,
        64,
        MachineOptions.Clock.INSTRUCTIONS,
        timeLimit,
        folder.resolve("link,with=comma"));
  }

  HostLinkReport report() throws IOException {
    return HostLinkDecoder.decode(Files.readAllBytes(folder.resolve("link,with=comma")));
  }
}
