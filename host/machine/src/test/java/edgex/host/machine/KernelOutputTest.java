package edgex.host.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is the kernel's, however the bytes come. */
final class KernelOutputTest {
  @Test
  void firmwareIsLeftOutInPiecesOfAnySize() throws IOException {
    byte[] all = "OpenSBI v1\nHello\n\fkernel\fx\n".getBytes(StandardCharsets.US_ASCII);
    for (int size = 1; size <= all.length; size++) {
      ByteArrayOutputStream shown = new ByteArrayOutputStream();
      KernelOutput output = new KernelOutput(shown);
      for (int at = 0; at < all.length; at += size) {
        output.write(all, at, Math.min(size, all.length - at));
      }
      output.end();
      assertEquals("kernel\fx\n", shown.toString(StandardCharsets.US_ASCII), "pieces of " + size);
    }
  }

  @Test
  void aBootLoadersLastWordsAreNoticedWhenTheLineIsWhole() throws IOException {
    KernelOutput output = new KernelOutput(new ByteArrayOutputStream());
    output.write("Boot0001\r\nEdgeX cannot boot: no ker".getBytes(StandardCharsets.US_ASCII));
    assertFalse(output.hasFailed());
    output.write("nel\r\n".getBytes(StandardCharsets.US_ASCII));
    assertTrue(output.hasFailed());
  }

  @Test
  void whatProgramsPrintIsNoFailure() throws IOException {
    KernelOutput output = new KernelOutput(new ByteArrayOutputStream());
    output.write("\fEdgeX cannot boot: says a program\n".getBytes(StandardCharsets.US_ASCII));
    assertFalse(output.hasFailed());
  }

  @Test
  void firmwareIsShownWhenNoKernelBegins() throws IOException {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    KernelOutput output = new KernelOutput(shown);
    output.write("no boot device".getBytes(StandardCharsets.US_ASCII));
    assertEquals(0, shown.size());
    output.end();
    assertEquals("no boot device", shown.toString(StandardCharsets.US_ASCII));
  }
}
