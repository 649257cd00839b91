package edgex.tests.crypto;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Divisions in the machine code of functions that handle secrets. The time of a division depends on
 * its operands on many processors, and memcheck does not mind that.
 */
final class Divisions {
  /** The processor's divisions and square roots, and calls of the compiler's wide ones. */
  private static final Pattern DIVISION =
      Pattern.compile(
          "^ *([0-9a-f]+):\t(?:v?(?:i?div|sqrt)\\w* .*|(?:call|jmp) .*<__u?(?:div|mod)\\w*>)");

  /** Where the compiled form of a class of cryptography, its native twin or a planted leak lies. */
  private static final Pattern SECRET_HANDLING =
      Pattern.compile("/edgex/crypto/|/crypto-native/|/PlantedLeaks");

  private static final String DECLARATIONS = "divisions.txt";

  private Divisions() {}

  /** The functions in a program with debugging information that divide: names as in C. */
  static Set<String> in(Path program) throws IOException, InterruptedException {
    List<String> addresses = new ArrayList<>();
    String code =
        CompiledProgram.run(
            List.of("x86_64-linux-gnu-objdump", "-d", "--no-show-raw-insn", program.toString()));
    for (String line : code.lines().toList()) {
      Matcher division = DIVISION.matcher(line);
      if (division.matches()) {
        addresses.add("0x" + division.group(1));
      }
    }
    return functionsAt(program, addresses);
  }

  /** The functions of addresses, before they became part of others. */
  private static Set<String> functionsAt(Path program, List<String> addresses)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("x86_64-linux-gnu-addr2line", "-f", "-e", program.toString()));
    command.addAll(addresses);
    List<String> answer = CompiledProgram.run(command).lines().toList();
    Set<String> functions = new TreeSet<>();
    for (int i = 0; i + 1 < answer.size(); i += 2) {
      if (SECRET_HANDLING.matcher(answer.get(i + 1)).find()) {
        functions.add(answer.get(i));
      }
    }
    return functions;
  }

  /** The functions whose divisions are declared as public. */
  static Set<String> declared() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Divisions.class.getResourceAsStream(DECLARATIONS), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf(':')))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
