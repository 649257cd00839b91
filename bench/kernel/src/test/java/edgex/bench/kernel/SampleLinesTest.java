package edgex.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.bench.report.Measurement;
import org.junit.jupiter.api.Test;

class SampleLinesTest {
  private static final String COUNTER = "SAMPLES overhead 3 2 2\nSAMPLES calibration 200003\n";

  @Test
  void overheadIsSubtractedAndTheMedianCounts() {
    SampleLines lines =
        SampleLines.parse("kernel: 5 pages\r\n" + COUNTER + "SAMPLES null_call 100 90 400\r\n");
    Measurement measured = lines.instructions("null_call");
    assertEquals(98, measured.value());
    assertEquals(398, measured.max());
    assertEquals("instructions", measured.unit());
  }

  @Test
  void bytesAreWhatWasSaid() {
    SampleLines lines = SampleLines.parse(COUNTER + "SAMPLES ram.kernel 4096\n");
    assertEquals(Measurement.exact(4096, "bytes"), lines.bytes("ram.kernel"));
  }

  @Test
  void aCounterThatCountsSomethingElseIsRefused() {
    refuse("SAMPLES overhead 20 20\nSAMPLES calibration 611000\n", "does not count instructions");
  }

  @Test
  void brokenLinesAreRefused() {
    refuse("SAMPLES overhead 2\n", "calibration");
    refuse(COUNTER + "SAMPLES null_call\n", "no samples");
    refuse(COUNTER + "SAMPLES null_call 1 x\n", "x");
    refuse(COUNTER + "SAMPLES null_call 1\nSAMPLES null_call 2\n", "measured twice");
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> SampleLines.parse(COUNTER).instructions("null_call"));
    assertTrue(refusal.getMessage().contains("null_call"));
  }

  private static void refuse(String output, String reason) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> SampleLines.parse(output));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }
}
