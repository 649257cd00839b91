package edgex.services.supervisor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the machine's command line says: options between spaces, then {@code --} and a shell command
 * for the rest of the line. {@code get=PATH}, percent-encoded, asks for a file after the command.
 */
final class BootOptions {
  private static final String COMMAND_MARK = "-- ";
  private static final String GET = "get=";

  private BootOptions() {}

  /** The environment that components get of it: {@code command}, {@code get.0}, {@code get.1}... */
  static List<String> environment(String commandLine) {
    List<String> environment = new ArrayList<>();
    int mark = (" " + commandLine).indexOf(" " + COMMAND_MARK);
    String options = mark < 0 ? commandLine : commandLine.substring(0, mark);
    int start = 0;
    int gets = 0;
    while (start < options.length()) {
      int space = options.indexOf(' ', start);
      int end = space < 0 ? options.length() : space;
      String option = options.substring(start, end);
      if (option.startsWith(GET)) {
        environment.add("get." + gets + "=" + decode(option.substring(GET.length())));
        gets++;
      }
      start = end + 1;
    }
    if (mark >= 0) {
      environment.add("command=" + commandLine.substring(mark + COMMAND_MARK.length()));
    }
    return environment;
  }

  /** Replaces %XX by the byte XX of the UTF-8 form; what is no such sequence stays. */
  private static String decode(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    int index = 0;
    while (index < encoded.length) {
      int value = encoded[index] == '%' ? hex(encoded, index + 1) : -1;
      decoded.write(value < 0 ? encoded[index] : value);
      index += value < 0 ? 1 : 3;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static int hex(byte[] text, int index) {
    if (index + 1 >= text.length) {
      return -1;
    }
    int high = Character.digit(text[index], 16);
    int low = Character.digit(text[index + 1], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
