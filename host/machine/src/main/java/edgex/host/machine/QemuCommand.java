package edgex.host.machine;

import edgex.toolchain.image.Board;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of QEMU. */
final class QemuCommand {
  private QemuCommand() {}

  /**
   * The words to execute. QEMU is started through setpriv, so that the kernel of this machine kills
   * it when its parent dies, even by SIGKILL.
   *
   * @param console QEMU's {@code -chardev} for the first serial line, with the id {@code console}
   */
  static List<String> words(MachineOptions options, String console) {
    Board.Emulator emulator = options.emulator();
    List<String> words =
        new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", emulator.program()));
    add(words, "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none");
    add(words, "-machine", emulator.machine(), "-cpu", emulator.processor());
    add(words, "-smp", String.valueOf(options.processors()));
    add(words, "-m", options.memoryMebibytes() + "M");
    if (options.clock() == MachineOptions.Clock.INSTRUCTIONS) {
      add(words, "-icount", "shift=0,sleep=off");
    }
    add(words, "-chardev", console, "-serial", "chardev:console");
    add(words, "-chardev", "file,id=host-link,path=" + escape(options.hostLink()));
    words.addAll(emulator.hostLink());
    if (options.bootDisk().isPresent()) {
      addBootDisk(words, options.bootDisk().get());
    } else {
      add(words, "-kernel", options.kernel().toString(), "-initrd", options.image().toString());
      add(words, "-append", options.commandLine());
    }
    return words;
  }

  /** What the guest writes to the disk goes to a file that vanishes with QEMU. */
  private static void addBootDisk(List<String> words, MachineOptions.BootDisk disk) {
    String file = escape(disk.file());
    add(words, "-drive", "id=boot-disk,if=none,format=raw,snapshot=on,file=" + file);
    words.addAll(disk.firmwareOptions());
  }

  private static void add(List<String> words, String... more) {
    words.addAll(List.of(more));
  }

  /** In option lists QEMU reads two commas as one. */
  private static String escape(Path path) {
    return path.toString().replace(",", ",,");
  }
}
