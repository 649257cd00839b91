package edgex.toolchain.aot;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Mends a bug of TeaVM 0.15.0: a local variable that a {@code try} block assigns and its handler
 * reads is kept in a {@code volatile} spill variable, since {@code longjmp} brings back registers
 * as they were (C11 7.13.2.1). For references TeaVM writes {@code volatile void* spill}, a pointer
 * to something volatile, so gcc keeps the pointer itself in a register and the handler sees its old
 * value.
 */
final class SpillRepair {
  private static final Pattern SPILL =
      Pattern.compile("(?m)^( *)volatile void\\* (teavm_spill_\\d+;)");

  private SpillRepair() {}

  /** Changes the generated files in place. */
  static void apply(Map<String, byte[]> files) {
    files.replaceAll((name, content) -> name.endsWith(".c") ? repair(content) : content);
  }

  private static byte[] repair(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return SPILL.matcher(text).replaceAll("$1void* volatile $2").getBytes(StandardCharsets.UTF_8);
  }
}
