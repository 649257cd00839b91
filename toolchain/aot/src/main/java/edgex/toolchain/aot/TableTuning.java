package edgex.toolchain.aot;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the tables that TeaVM writes cheaper to have in many processes.
 *
 * <p>The tables of call sites, for stack traces, are never written: as constants they lie in the
 * read-only segment, which all processes of a program share with the boot image, instead of being
 * copied into each. And TeaVM reserves room for eight classes of arrays beside each class, zeroed
 * memory that hardly any program uses; one beside each is plenty.
 */
final class TableTuning {
  private static final Pattern CALL_SITE_TABLE =
      Pattern.compile(
          "(?m)^(static )?(TeaVM_(?:MethodLocation|ExceptionHandler|CallSiteLocation|CallSite) )");
  private static final Pattern CALL_SITES_DECLARATION =
      Pattern.compile("extern (TeaVM_CallSite teavm_callSites\\[\\])");
  private static final Pattern ARRAY_CLASS_CAPACITY =
      Pattern.compile("(#define TEAVM_DYNAMIC_CLASS_POOL_CAPACITY) (\\d+)");

  /** TeaVM's rule is {@code FACTOR * classes + EXTRA}; the extra is for arrays of arrays. */
  private static final int CAPACITY_FACTOR = 8;

  private static final int CAPACITY_EXTRA = 64;

  private TableTuning() {}

  /** Changes the generated files in place. */
  static void apply(Map<String, byte[]> files) {
    replace(files, "callsites.c", CALL_SITE_TABLE, "$1const $2");
    replace(files, "stack.h", CALL_SITES_DECLARATION, "extern const $1");
    files.computeIfPresent(
        "arrayclass_gen.h", (name, content) -> bytes(withSmallerCapacity(text(content))));
  }

  private static void replace(
      Map<String, byte[]> files, String name, Pattern pattern, String replacement) {
    files.computeIfPresent(
        name, (file, content) -> bytes(pattern.matcher(text(content)).replaceAll(replacement)));
  }

  private static String withSmallerCapacity(String header) {
    Matcher capacity = ARRAY_CLASS_CAPACITY.matcher(header);
    return capacity.replaceFirst(
        match -> {
          int classes = (Integer.parseInt(match.group(2)) - CAPACITY_EXTRA) / CAPACITY_FACTOR;
          return match.group(1) + " " + (classes + CAPACITY_EXTRA);
        });
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
