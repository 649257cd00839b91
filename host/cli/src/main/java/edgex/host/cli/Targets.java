package edgex.host.cli;

import edgex.toolchain.aot.Architecture;
import edgex.toolchain.image.Board;
import edgex.toolchain.image.ImageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which processors, boards and firmware can be named, and which of them work. */
final class Targets {
  /** What is meant when neither an architecture nor a board is named. */
  private static final Architecture USUAL = Architecture.X86_64;

  /** QEMU itself loads kernel and image. */
  private static final String DIRECT = "direct";

  private static final List<String> KNOWN_FIRMWARE = List.of(DIRECT, "uefi", "bios");

  private Targets() {}

  /** The architecture of a name, if EdgeX runs on it: if it has a board. */
  static Architecture architecture(Path root, String name) throws UserException {
    Architecture architecture =
        Architecture.named(name)
            .orElseThrow(
                () ->
                    unknown(
                        "architecture",
                        name,
                        Stream.of(Architecture.values())
                            .map(Architecture::directoryName)
                            .collect(Collectors.joining(", "))));
    List<String> supported = supported(root);
    if (!supported.contains(name)) {
      throw notSupported("architecture", name, String.join(", ", supported));
    }
    return architecture;
  }

  /**
   * QEMU's options for a way of booting; empty: QEMU itself loads kernel and image.
   *
   * @throws UserException naming what the board can do, if it cannot do this
   */
  static Optional<List<String>> firmware(Board board, String name) throws UserException {
    if (!KNOWN_FIRMWARE.contains(name)) {
      throw unknown("firmware", name, String.join(", ", KNOWN_FIRMWARE));
    }
    if (name.equals(DIRECT)) {
      return Optional.empty();
    }
    List<String> options = board.emulator().firmware().get(name);
    if (options == null) {
      List<String> possible = new ArrayList<>(List.of(DIRECT));
      possible.addAll(board.emulator().firmware().keySet());
      throw new UserException(
          "board "
              + board.name()
              + " has no "
              + name
              + "; it boots by: "
              + String.join(", ", possible),
          ExitStatus.USAGE);
    }
    return Optional.of(options);
  }

  /**
   * The board that options mean: the one named, else the usual one of the architecture named, else
   * that of {@link #USUAL}.
   *
   * @param name null if none is named
   * @param architectureName null if none is named; it must be the board's
   */
  static Board board(Path root, String name, String architectureName) throws UserException {
    if (architectureName != null) {
      Architecture unused = architecture(root, architectureName);
      assert unused != null;
    }
    try {
      if (name == null) {
        return Board.usual(
            root, architectureName == null ? USUAL.directoryName() : architectureName);
      }
      Board board = Board.read(root, name);
      if (architectureName != null && !board.architecture().equals(architectureName)) {
        throw new UserException(
            "board "
                + name
                + " has the architecture "
                + board.architecture()
                + ", not "
                + architectureName);
      }
      return board;
    } catch (ImageException refused) {
      throw new UserException(refused.getMessage());
    }
  }

  private static List<String> supported(Path root) throws UserException {
    try {
      return Board.usual(root).stream().map(Board::architecture).sorted().toList();
    } catch (ImageException refused) {
      throw new UserException(refused.getMessage());
    }
  }

  private static UserException unknown(String what, String name, String known) {
    return new UserException(
        "unknown " + what + " '" + name + "'; known: " + known, ExitStatus.USAGE);
  }

  private static UserException notSupported(String what, String name, String supported) {
    return new UserException(
        what + " not yet supported: " + name + "; supported: " + supported, ExitStatus.USAGE);
  }
}
