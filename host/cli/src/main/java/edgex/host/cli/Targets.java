package edgex.host.cli;

import edgex.toolchain.aot.Architecture;
import edgex.toolchain.image.Board;
import edgex.toolchain.image.ImageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which processors, boards and firmware can be named, and which of them work. */
final class Targets {
  private static final Map<Architecture, String> DEFAULT_BOARDS =
      Map.of(Architecture.X86_64, "qemu-q35");
  private static final List<String> KNOWN_FIRMWARE = List.of("direct", "uefi", "bios");
  private static final String SUPPORTED_FIRMWARE = "direct";

  private Targets() {}

  /** The architecture of a name, if EdgeX runs on it. */
  static Architecture architecture(String name) throws UserException {
    Architecture architecture =
        Stream.of(Architecture.values())
            .filter(candidate -> candidate.directoryName().equals(name))
            .findFirst()
            .orElseThrow(
                () -> unknown("architecture", name, names(List.of(Architecture.values()))));
    if (!DEFAULT_BOARDS.containsKey(architecture)) {
      throw notSupported("architecture", name, names(DEFAULT_BOARDS.keySet()));
    }
    return architecture;
  }

  /** Checks the way of booting. */
  static void requireFirmware(String name) throws UserException {
    if (!KNOWN_FIRMWARE.contains(name)) {
      throw unknown("firmware", name, String.join(", ", KNOWN_FIRMWARE));
    }
    if (!name.equals(SUPPORTED_FIRMWARE)) {
      throw notSupported("firmware", name, SUPPORTED_FIRMWARE);
    }
  }

  /** A board, or the architecture's usual one if the name is null. */
  static Board board(Path root, String name, Architecture architecture) throws UserException {
    Board board;
    try {
      board = Board.read(root, name == null ? DEFAULT_BOARDS.get(architecture) : name);
    } catch (ImageException refused) {
      throw new UserException(refused.getMessage());
    }
    if (!board.architecture().equals(architecture.directoryName())) {
      throw new UserException(
          "board "
              + board.name()
              + " has the architecture "
              + board.architecture()
              + ", not "
              + architecture.directoryName());
    }
    return board;
  }

  private static UserException unknown(String what, String name, String known) {
    return new UserException(
        "unknown " + what + " '" + name + "'; known: " + known, ExitStatus.USAGE);
  }

  private static UserException notSupported(String what, String name, String supported) {
    return new UserException(
        what + " not yet supported: " + name + "; supported: " + supported, ExitStatus.USAGE);
  }

  private static String names(Iterable<Architecture> architectures) {
    return java.util.stream.StreamSupport.stream(architectures.spliterator(), false)
        .map(Architecture::directoryName)
        .collect(Collectors.joining(", "));
  }
}
