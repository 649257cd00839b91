package edgex.host.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HostLinkDecoderTest {
  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] fileRecord(String path, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(
        text(String.format("EDGEX 1 file %d %08x %s\n", content.length, sum.getValue(), path)));
    record.writeBytes(content);
    record.write('\n');
    return record.toByteArray();
  }

  private static void damaged(String reason, String link) {
    Optional<String> damage = HostLinkDecoder.decode(text(link)).damage();
    assertTrue(damage.orElse("none").contains(reason), damage.toString());
  }

  @Test
  void nothingIsAnEmptyReport() {
    HostLinkReport report = HostLinkDecoder.decode(new byte[0]);
    assertEquals(Optional.empty(), report.damage());
    assertEquals(OptionalInt.empty(), report.exitStatus());
    assertFalse(report.panicked());
  }

  @Test
  void whatFirmwareWroteBeforeIsNoDamage() {
    byte[] link = text("\u001b[2JBdsDxe: EDGEX\r\nEDGEX 1 exit 3\nEDGEX 1 exit 4\nx");
    HostLinkReport report = HostLinkDecoder.decodeAfterFirmware(link);
    assertEquals(OptionalInt.of(4), report.exitStatus());
    assertTrue(report.damage().orElse("none").contains("a record without an end"));
    HostLinkReport silent = HostLinkDecoder.decodeAfterFirmware(text("BdsDxe: no disk\n"));
    assertEquals(OptionalInt.empty(), silent.exitStatus());
    assertEquals(Optional.empty(), silent.damage());
  }

  @Test
  void readsEveryRecord() {
    byte[] content = new byte[100_000];
    new Random(1).nextBytes(content);
    ByteArrayOutputStream link = new ByteArrayOutputStream();
    link.writeBytes(fileRecord("/tmp/with space \u00fc", content));
    link.writeBytes(fileRecord("/tmp/empty", new byte[0]));
    link.writeBytes(text("EDGEX 1 missing /x y\nEDGEX 1 exit 255\nEDGEX 1 panic\n"));
    HostLinkReport report = HostLinkDecoder.decode(link.toByteArray());
    assertEquals(Optional.empty(), report.damage());
    byte[] received = new byte[content.length];
    report.files().get("/tmp/with space \u00fc").duplicate().get(received);
    assertTrue(Arrays.equals(content, received));
    assertEquals(0, report.files().get("/tmp/empty").remaining());
    assertEquals(List.of("/x y"), report.missing());
    assertEquals(OptionalInt.of(255), report.exitStatus());
    assertTrue(report.panicked());
  }

  @Test
  void saysWhatIsDamaged() {
    damaged("not a record", "noise\n");
    damaged("without an end", "EDGEX 1 exit 0");
    damaged("without an end", "x".repeat(10_000) + "\n");
    damaged("unknown record 'dance'", "EDGEX 1 dance\n");
    damaged("not in 0 to 255", "EDGEX 1 exit 256\n");
    damaged("not in 0 to 255", "EDGEX 1 exit -1\n");
    damaged("not in 0 to 255", "EDGEX 1 exit +1\n");
    damaged("not a number", "EDGEX 1 exit\n");
    damaged("without size", "EDGEX 1 file 3 352441c2\nabc\n");
    damaged("cut off", "EDGEX 1 file 3 352441c2 /a\nabc");
    damaged("cut off", "EDGEX 1 file 2147483647 352441c2 /a\nabc\n");
    damaged("check sum 352441c2", "EDGEX 1 file 3 352441c3 /a\nabc\n");
  }

  @Test
  void keepsWhatCameBeforeTheDamage() {
    HostLinkReport report = HostLinkDecoder.decode(text("EDGEX 1 exit 3\nnoise\n"));
    assertEquals(OptionalInt.of(3), report.exitStatus());
    assertEquals(Optional.of("byte 15 of the host link: not a record"), report.damage());
  }

  @Test
  @Tag("fuzz")
  void survivesAnyBytes() {
    Random random = new Random(20260101);
    byte[] good = fileRecord("/tmp/a", text("abcdefgh\nEDGEX 1 exit 1\n"));
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 50_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      byte[] link = Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int change = random.nextInt(3); change > 0 && link.length > 0; change--) {
        link[random.nextInt(link.length)] = (byte) random.nextInt(256);
      }
      boolean accepted = HostLinkDecoder.decode(link).files().containsKey("/tmp/a");
      assertEquals(Arrays.equals(link, good), accepted, "round " + round);
    }
  }
}
