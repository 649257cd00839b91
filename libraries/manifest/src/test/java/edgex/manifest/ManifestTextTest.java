package edgex.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ManifestTextTest {
  private static void refused(String part, String text) {
    ManifestException failure =
        assertThrows(ManifestException.class, () -> ManifestParser.parse(text));
    assertTrue(failure.getMessage().contains(part), failure.getMessage());
  }

  @Test
  void readsWhatItWrites() throws ManifestException {
    Manifest manifest = Samples.complete();
    assertEquals(manifest, ManifestParser.parse(ManifestWriter.write(manifest)));
  }

  @Test
  void theTextIsStable() {
    assertEquals(
        """
        edgex-manifest 1
        component log bin/log boot on-fault 100
        limits 1048576 65536 4194304 64 32
        provides log
        end
        """,
        ManifestWriter.write(
            new Manifest(List.of(Samples.boot("log", List.of("log"), List.of())), List.of())));
  }

  @Test
  void everyCutTextIsRefused() {
    String text = ManifestWriter.write(Samples.complete());
    for (int length = 0; length < text.length(); length++) {
      String cut = text.substring(0, length);
      assertThrows(ManifestException.class, () -> ManifestParser.parse(cut), cut);
    }
  }

  @Test
  void saysWhereAndWhy() {
    String head = "edgex-manifest 1\n";
    String component = head + "component a bin/a boot never 1\nlimits 1 1 9 1 1\n";
    refused("line 1", "edgex-manifest 2\nend\n");
    refused("line 2: unexpected 'what'", head + "what\n");
    refused("takes 5 words", head + "component a bin/a boot never\n");
    refused("unknown word", head + "component a bin/a soon never 1\n");
    refused("line 3: expected 'limits'", head + "component a bin/a boot never 1\nend\n");
    refused("not a number", head + "component a bin/a boot never 0x1\nlimits 1 1 9 1 1\nend\n");
    refused("not a number", head + "component a bin/a boot never -1\nlimits 1 1 9 1 1\nend\n");
    refused("too large", component + "ports p 99999999999 1\nend\n");
    refused("line 4: unknown statement 'fly'", component + "fly\nend\n");
    refused("malformed escape", component + "argument .%g0\nend\n");
    refused("malformed escape", component + "argument .%0\nend\n");
    refused("starts with a dot", component + "argument x\nend\n");
    refused("nobody provides it", component + "service log\nend\n");
    refused("text after 'end'", head + "end\nend\n");
    refused("too long", "x".repeat(ManifestParser.MAXIMUM_CHARACTERS + 1));
  }

  @Test
  @Tag("fuzz")
  void survivesRandomDamage() {
    String text = ManifestWriter.write(Samples.complete());
    Random random = new Random(20260101);
    int refusals = 0;
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 20_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      StringBuilder damaged = new StringBuilder(text);
      for (int change = random.nextInt(4); change >= 0; change--) {
        damage(damaged, random);
      }
      try {
        Manifest parsed = ManifestParser.parse(damaged.toString());
        assertEquals(parsed, ManifestParser.parse(ManifestWriter.write(parsed)));
      } catch (ManifestException refusal) {
        assertTrue(refusal.getMessage().startsWith("manifest, line "), refusal.getMessage());
        refusals++;
      } catch (IllegalArgumentException | IndexOutOfBoundsException wrongKind) {
        throw new AssertionError("round " + round + ":\n" + damaged, wrongKind);
      }
    }
    assertTrue(refusals > 1000, "the damage must reach the checks: " + refusals);
  }

  private static void damage(StringBuilder text, Random random) {
    int position = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> text.setCharAt(position, (char) random.nextInt(256));
      case 1 -> text.deleteCharAt(position);
      case 2 -> text.insert(position, "% \n.9a".charAt(random.nextInt(6)));
      default -> {
        int end = Math.min(text.length(), position + random.nextInt(60));
        text.insert(random.nextInt(text.length()), text.substring(position, end));
      }
    }
  }

  @Test
  void unescapeRefusesWhatIsNoEscape() {
    assertEquals("a b", Escapes.unescape(Escapes.escape("a b")));
    assertEquals("%", Escapes.unescape("%25"));
    assertEquals(null, Escapes.unescape("%2"));
    assertEquals(null, Escapes.unescape("%"));
  }
}
