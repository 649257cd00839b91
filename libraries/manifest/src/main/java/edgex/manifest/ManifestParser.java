package edgex.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the manifest's text form: one statement a line, words separated by one space.
 *
 * <pre>
 *  Manifest  = "edgex-manifest 1" { Component } { Stream } "end"
 *  Component = "component" NAME PROGRAM ("boot" | "command") ("never" | "on-fault" | "always") PRIORITY
 *              "limits" HEAP STACK MEMORY CAPABILITIES OBJECTS
 *              { "argument" "."TEXT | "command" NAME | "provides" NAME
 *              | "service" NAME | "ports" NAME FIRST COUNT | "interrupt" NAME LINE
 *              | "device-memory" NAME ADDRESS SIZE
 *              | "system" RIGHTS | "boot-image" }
 *  Stream    = "stream" PRODUCER SLOT CONSUMER SLOT CAPACITY
 * </pre>
 *
 * <p>Numbers are decimal, sizes in bytes; PROGRAM and TEXT have bytes as %XX where they are not
 * printable ASCII. Any other text is refused with its line number.
 */
public final class ManifestParser {
  static final String FIRST_LINE = "edgex-manifest 1";

  /** Larger texts are refused before anything is allocated for them. */
  static final int MAXIMUM_CHARACTERS = 1 << 20;

  private final ManifestLines lines;
  private final List<Component> components = new ArrayList<>();
  private final List<StreamLink> streams = new ArrayList<>();

  private ManifestParser(ManifestLines lines) {
    this.lines = lines;
  }

  /**
   * The manifest that a text describes.
   *
   * @throws ManifestException if the text is not a manifest or its parts do not fit together
   */
  public static Manifest parse(String text) throws ManifestException {
    if (text.length() > MAXIMUM_CHARACTERS) {
      throw new ManifestException("manifest of " + text.length() + " characters is too long");
    }
    ManifestLines lines = new ManifestLines(text);
    try {
      return new ManifestParser(lines).manifest();
    } catch (IllegalArgumentException refused) {
      throw lines.failure(refused.getMessage());
    }
  }

  private Manifest manifest() throws ManifestException {
    if (!lines.next() || !lines.text().equals(FIRST_LINE)) {
      throw lines.failure("does not start with '" + FIRST_LINE + "'");
    }
    lines.require();
    while (lines.is("component")) {
      components.add(component());
    }
    while (lines.is("stream")) {
      streams.add(
          new StreamLink(
              lines.word(1), lines.word(2), lines.word(3), lines.word(4), lines.integer(5)));
      lines.requireWords(6);
      lines.require();
    }
    if (!lines.is("end")) {
      throw lines.failure("unexpected '" + lines.text() + "'");
    }
    lines.requireWords(1);
    if (lines.next()) {
      throw lines.failure("text after 'end'");
    }
    return new Manifest(components, streams);
  }

  private Component component() throws ManifestException {
    lines.requireWords(6);
    String name = lines.word(1);
    String program = lines.unescapedWord(2, 0);
    Start start = Start.ofWord(lines.word(3));
    RestartPolicy restart = RestartPolicy.ofWord(lines.word(4));
    if (start == null || restart == null) {
      throw lines.failure("unknown word in '" + lines.text() + "'");
    }
    int priority = lines.integer(5);
    lines.require();
    Limits limits = limits();
    List<String> arguments = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    List<String> provides = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    while (!lines.is("component") && !lines.is("stream") && !lines.is("end")) {
      switch (lines.word(0)) {
        case "argument" -> arguments.add(argument());
        case "command" -> commands.add(singleName());
        case "provides" -> provides.add(singleName());
        default -> grants.add(grant());
      }
      lines.require();
    }
    return new Component(
        name, program, start, priority, restart, limits, arguments, commands, provides, grants);
  }

  private Limits limits() throws ManifestException {
    if (!lines.is("limits")) {
      throw lines.failure("expected 'limits'");
    }
    lines.requireWords(6);
    Limits limits =
        new Limits(
            lines.number(1), lines.number(2), lines.number(3), lines.integer(4), lines.integer(5));
    lines.require();
    return limits;
  }

  private String argument() throws ManifestException {
    lines.requireWords(2);
    if (!lines.word(1).startsWith(".")) {
      throw lines.failure("an argument starts with a dot");
    }
    return lines.unescapedWord(1, 1);
  }

  private String singleName() throws ManifestException {
    lines.requireWords(2);
    return lines.word(1);
  }

  private Grant grant() throws ManifestException {
    return switch (lines.word(0)) {
      case "service" -> new Grant.Service(singleName());
      case "ports" -> {
        lines.requireWords(4);
        yield new Grant.Ports(lines.word(1), lines.integer(2), lines.integer(3));
      }
      case "device-memory" -> {
        lines.requireWords(4);
        yield new Grant.DeviceMemory(lines.word(1), lines.number(2), lines.number(3));
      }
      case "interrupt" -> {
        lines.requireWords(3);
        yield new Grant.Interrupt(lines.word(1), lines.integer(2));
      }
      case "system" -> {
        lines.requireWords(2);
        yield new Grant.SystemObject(lines.integer(1));
      }
      case "boot-image" -> {
        lines.requireWords(1);
        yield new Grant.BootImage();
      }
      default -> throw lines.failure("unknown statement '" + lines.word(0) + "'");
    };
  }
}
