package edgex.services.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineEndingsTest {
  private final LineEndings endings = new LineEndings();

  private String convert(String text) {
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    byte[] target = new byte[source.length * endings.expansion()];
    int length = endings.convert(source, source.length, target);
    return new String(target, 0, length, StandardCharsets.UTF_8);
  }

  @Test
  void aLineFeedGetsACarriageReturn() {
    assertEquals("a\r\n\r\nb", convert("a\n\nb"));
  }

  @Test
  void aLineFeedThatHasOneIsLeftAlone() {
    assertEquals("a\r\nb\r\n\r\n", convert("a\r\nb\r\n\n"));
  }

  @Test
  void aPairMayBeCutInTwo() {
    assertEquals("a\r", convert("a\r"));
    assertEquals("\nb", convert("\nb"));
  }
}
