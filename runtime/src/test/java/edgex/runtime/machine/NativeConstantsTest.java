package edgex.runtime.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The C header repeats constants of the abi module: each must be the same. */
class NativeConstantsTest {
  private static final Pattern SECTION = Pattern.compile("// .*\\(abi: ([A-Za-z.]+), (\\w+)\\).*");
  private static final Pattern DEFINITION =
      Pattern.compile("#define (\\w+) (?:INT64_C)?\\(?(-?(?:0x)?[0-9a-f]+)\\)?");
  private static final int DEFINITIONS = 55;

  @Test
  void headerAgreesWithAbi() throws Exception {
    Class<?> owner = null;
    String prefix = "";
    int compared = 0;
    for (String line : header()) {
      Matcher section = SECTION.matcher(line);
      Matcher definition = DEFINITION.matcher(line);
      if (section.matches()) {
        owner = Class.forName("edgex.abi." + section.group(1));
        prefix = section.group(2);
      } else if (line.isEmpty()) {
        owner = null;
      } else if (owner != null && definition.matches()) {
        String name = definition.group(1);
        assertTrue(name.startsWith(prefix), line);
        Object expected = owner.getField(name.substring(prefix.length())).get(null);
        assertEquals(
            ((Number) expected).longValue(), Long.decode(definition.group(2)).longValue(), line);
        compared++;
      }
    }
    assertTrue(compared >= DEFINITIONS, "compared only " + compared);
  }

  private static Iterable<String> header() throws IOException {
    return Files.readAllLines(Path.of("src/main/native/edgex.h"));
  }
}
