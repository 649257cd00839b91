package edgex.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.bench.report.Measurement;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerOutputTest {
  private static final Set<String> NAMES = Set.of("linux.getppid", "linux.ram");

  /** As it comes over a serial line, the kernel's own words between. */
  private static final String GOOD =
      """
      SeaBIOS (version 1.16.2)\r
      @peer release 6.1.0-56-cloud-amd64\r
      @peer calibration 200001 200001\r
      @peer result linux.getppid instructions 326 329 390\r
      [    1.6] something to say\r
      @peer result linux.ram bytes 66105344\r
      @peer end\r
      [    1.75] reboot: Power down\r
      """;

  private static String complaint(String output) {
    return assertThrows(PeerException.class, () -> PeerOutput.parse(output, NAMES)).getMessage();
  }

  @Test
  void goodOutputGivesMedianAndMaximum() throws PeerException {
    PeerOutput output = PeerOutput.parse(GOOD, NAMES);
    assertEquals("6.1.0-56-cloud-amd64", output.release());
    assertEquals(329, output.measurements().get("linux.getppid").value());
    assertEquals(390, output.measurements().get("linux.getppid").max());
    assertEquals(Measurement.exact(66105344, "bytes"), output.measurements().get("linux.ram"));
  }

  /** Each change makes the good output bad in one way, which the message must name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@peer end                      | @peer hello              | unknown line: hello",
        "@peer end                      | the end                  | stopped before",
        "@peer end                      | @peer error futex: Nope  | failed: error futex: Nope",
        "@peer release 6.1.0-56-cloud-amd64 | x                    | no kernel release",
        "@peer release 6.1.0-56-cloud-amd64 | @peer release        | malformed line: release",
        "@peer calibration 200001 200001 | x                       | no calibration",
        "@peer calibration 200001 200001 | @peer calibration 1     | malformed line: calibration",
        "@peer calibration 200001 200001 | @peer calibration 200001 70000 | counted as 70000",
        "326 329 390                    | 326 -329 390             | not a positive number: \"-329\"",
        "326 329 390                    | 326 0 390                | not a positive number: \"0\"",
        "326 329 390                    | 326 nan 390              | not a number: \"nan\"",
        "326 329 390                    | 99999999999999999999     | not a number",
        "instructions 326 329 390       | instructions             | malformed line: result",
        "result linux.ram               | result linux.getppid     | linux.getppid twice",
        "result linux.ram               | result linux.rum         | left out [linux.ram]",
        "result linux.ram               | result linux.rum         | added [linux.rum]",
      })
  void badOutputIsNamed(String good, String bad, String expected) {
    assertTrue(GOOD.contains(good), good);
    String message = complaint(GOOD.replace(good, bad));
    assertTrue(message.contains(expected), message);
  }

  @Test
  void complaintShowsWhatTheGuestSaidLast() {
    String message = complaint("boot\n[  1.5] Kernel panic - not syncing: no init\n");
    assertTrue(message.contains("Kernel panic - not syncing: no init"), message);
  }

  @Test
  void emptyOutputIsAnError() {
    assertTrue(complaint("").contains("stopped before"));
  }

  /** Whatever the serial line does to the text, the parser answers or complains, no more. */
  @Test
  @Tag("fuzz")
  void damagedOutputNeverBreaksTheParser() throws PeerException {
    Random random = new Random(20260101);
    int complaints = 0;
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 20_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      String damaged = damage(GOOD, random);
      try {
        assertEquals(NAMES, PeerOutput.parse(damaged, NAMES).measurements().keySet());
      } catch (PeerException complaint) {
        complaints++;
      }
    }
    assertTrue(complaints > 1_000, "the damage was seen only " + complaints + " times");
  }

  private static String damage(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int change = random.nextInt(4); change >= 0; change--) {
      int position = random.nextInt(damaged.length());
      int end = Math.min(damaged.length(), position + random.nextInt(20));
      switch (random.nextInt(3)) {
        case 0 -> damaged.setCharAt(position, (char) random.nextInt(256));
        case 1 -> damaged.insert(position, damaged.substring(position, end));
        default -> damaged.delete(position, end);
      }
    }
    return damaged.toString();
  }
}
