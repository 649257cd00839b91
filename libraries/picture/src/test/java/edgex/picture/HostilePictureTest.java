package edgex.picture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged pictures of every format end in the declared exception, within bounded memory. */
class HostilePictureTest {
  private static final long SEED = 20260118;
  private static final int MUTANTS_PER_FILE = 4_000;
  private static final int PNG_SIGNATURE_BYTES = 8;

  /** The largest picture allowed takes 48 MiB in colour; lines and tables come on top. */
  private static final long ALLOCATION_LIMIT_BYTES = 56L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static List<byte[]> samples() throws IOException {
    Path folder = Path.of("").toAbsolutePath().resolve("../../images/samples").normalize();
    List<byte[]> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        samples.add(Files.readAllBytes(file));
      }
    }
    samples.add("P2 3 2 15 # comment\n0 1 2\n13 14 15\n".getBytes(StandardCharsets.US_ASCII));
    samples.add("P3 2 1 15 0 1 2 13 14 15\n".getBytes(StandardCharsets.US_ASCII));
    samples.add(OtherEncoder.bmp(OtherEncoder.indexed(19, 7, 8), "BI_RLE8"));
    samples.add(OtherEncoder.runsOfHalves());
    samples.add(OtherEncoder.bmp(OtherEncoder.indexed(19, 7, 1), "BI_RGB"));
    samples.add(OtherEncoder.jpeg(OtherEncoder.smooth(40, 24), 0.5f, false));
    samples.add(OtherEncoder.jpeg(OtherEncoder.smooth(40, 24), 0.5f, true));
    return samples;
  }

  private static boolean decodes(byte[] file, String what) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    boolean decoded = false;
    try {
      Picture picture = PictureReader.read(file);
      picture.brightness(picture.width() - 1, picture.height() - 1);
      decoded = true;
    } catch (PictureFormatException expected) {
      assertTrue(!expected.getMessage().isEmpty());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError escaped) {
      throw new AssertionError(what + " let " + escaped + " escape", escaped);
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < ALLOCATION_LIMIT_BYTES, what + " allocated " + allocated + " bytes");
    return decoded;
  }

  @Test
  void truncationsAreRefusedOrDecode() throws IOException {
    for (byte[] sample : samples()) {
      assertTrue(decodes(sample, "the intact file"));
      for (int length = 0; length < sample.length; length++) {
        decodes(Arrays.copyOf(sample, length), "truncation to " + length);
      }
    }
  }

  @Test
  @Tag("fuzz")
  void mutantsAreRefusedOrDecode() throws IOException {
    Random random = new Random(SEED);
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = MUTANTS_PER_FILE * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    int refused = 0;
    for (byte[] sample : samples()) {
      for (long mutant = 0; mutant < rounds; mutant++) {
        byte[] file = sample.clone();
        int reach = random.nextBoolean() ? Math.min(file.length, 64) : file.length;
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
          file[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        repairChecksums(file);
        refused += decodes(file, "mutant " + mutant + " of seed " + SEED) ? 0 : 1;
      }
    }
    assertTrue(refused > MUTANTS_PER_FILE, "only " + refused + " mutants were refused");
  }

  /** Makes the checksums right again, so that mutations reach the code behind them. */
  private static void repairChecksums(byte[] file) {
    if (file.length < PNG_SIGNATURE_BYTES || file[0] != (byte) 0x89) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.wrap(file);
    long chunk = PNG_SIGNATURE_BYTES;
    while (chunk + 12 <= file.length) {
      long length = buffer.getInt((int) chunk) & 0xFFFF_FFFFL;
      if (chunk + 12 + length > file.length) {
        return;
      }
      CRC32 checksum = new CRC32();
      checksum.update(file, (int) chunk + 4, (int) length + 4);
      buffer.putInt((int) (chunk + 8 + length), (int) checksum.getValue());
      chunk += 12 + length;
    }
  }
}
