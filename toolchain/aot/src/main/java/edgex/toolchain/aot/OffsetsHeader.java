package edgex.toolchain.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes {@code offsets.h}: where assembly finds the Java fields it touches. gcc itself is asked,
 * by compiling a file of {@code offsetof} to assembly text and reading the numbers there, so the
 * answer holds for every architecture without running anything.
 */
final class OffsetsHeader {
  private static final Pattern ANSWER = Pattern.compile("(?m)^\\s*->(\\w+) (\\d+)\\s*$");

  private OffsetsHeader() {}

  /** Writes the header of a translation. */
  static void write(
      Translation translation, Path generatedFolder, Path header, Tool gcc, List<String> flags)
      throws AotException, IOException {
    StringBuilder text = new StringBuilder("/* Generated: Java fields that assembly touches. */\n");
    Map<String, String> values = new TreeMap<>();
    List<Translation.ResolvedConstant> offsets = new ArrayList<>();
    for (Translation.ResolvedConstant constant : translation.constants()) {
      if (constant.structure().isEmpty()) {
        values.put(constant.name(), constant.field());
      } else {
        offsets.add(constant);
      }
    }
    if (!offsets.isEmpty()) {
      values.putAll(askCompiler(offsets, generatedFolder, gcc, flags));
    }
    values.forEach((name, value) -> text.append("#define " + name + " " + value + "\n"));
    GeneratedFiles.writeIfChanged(header, text.toString());
  }

  private static Map<String, String> askCompiler(
      List<Translation.ResolvedConstant> offsets, Path folder, Tool gcc, List<String> flags)
      throws AotException, IOException {
    Path source = Files.createTempFile(folder, "offsets", ".c");
    try {
      Files.writeString(source, questions(offsets));
      List<String> arguments = new ArrayList<>(flags);
      arguments.addAll(List.of("-S", "-o", "-", source.getFileName().toString()));
      Map<String, String> answers = new TreeMap<>();
      Matcher answer = ANSWER.matcher(gcc.run(folder, arguments));
      while (answer.find()) {
        answers.put(answer.group(1), answer.group(2));
      }
      for (Translation.ResolvedConstant offset : offsets) {
        if (!answers.containsKey(offset.name())) {
          throw new AotException("gcc did not tell the offset of " + offset.name());
        }
      }
      return answers;
    } finally {
      Files.deleteIfExists(source);
    }
  }

  private static String questions(List<Translation.ResolvedConstant> offsets) {
    StringBuilder text = new StringBuilder("#include \"runtime.h\"\n#include <stddef.h>\n");
    TreeSet<String> headers = new TreeSet<>();
    offsets.forEach(offset -> headers.add(offset.header()));
    headers.forEach(header -> text.append("#include \"" + header + "\"\n"));
    text.append("void edgex_offsets(void) {\n");
    for (Translation.ResolvedConstant offset : offsets) {
      text.append("  __asm__ volatile (\"\\n->")
          .append(offset.name())
          .append(" %c0\\n\" : : \"i\" (offsetof(")
          .append(offset.structure())
          .append(", ")
          .append(offset.field())
          .append(")));\n");
    }
    return text.append("}\n").toString();
  }
}
