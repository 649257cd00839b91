package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Session;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged models end in the declared exceptions, within bounded memory. */
class HostileModelTest {
  private static final long SEED = 20260117;
  private static final int MUTANTS = 6_000;
  private static final int MUTANTS_PER_CASE = 30;
  private static final int LARGEST_CASE_BYTES = 10_000;
  private static final long RUN_LIMIT_BYTES = 4L << 20;

  /** What one load and run may allocate: many times what the intact model takes. */
  private static final long ALLOCATION_LIMIT_BYTES = 64L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static byte[] model;

  @BeforeAll
  static void readModel() throws IOException {
    model = Files.readAllBytes(SharedData.project().resolve("images/models/mnist.onnx"));
  }

  /** Loads and, if that succeeds, runs; whether both did. */
  private static boolean survives(byte[] file, String what) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    boolean ran = false;
    try {
      Session session = Session.load(file, RUN_LIMIT_BYTES);
      Map<String, Tensor> inputs = new HashMap<>();
      for (ValueInfo input : session.inputs()) {
        inputs.put(input.name(), Tensor.allocate(ElementType.FLOAT32, Shape.of(1, 1, 28, 28)));
      }
      session.run(inputs);
      ran = true;
    } catch (ModelFormatException | InferenceException expected) {
      assertTrue(!expected.getMessage().isEmpty());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError escaped) {
      throw new AssertionError(what + " let " + escaped + " escape", escaped);
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < ALLOCATION_LIMIT_BYTES, what + " allocated " + allocated + " bytes");
    return ran;
  }

  @Test
  void theIntactModelRuns() {
    assertTrue(survives(model, "the intact model"));
  }

  @Test
  void everyTruncationIsRefusedOrRuns() {
    for (int length = 0; length < model.length; length++) {
      survives(Arrays.copyOf(model, length), "truncation to " + length);
    }
  }

  @Test
  @Tag("fuzz")
  void mutantsAreRefusedOrRun() {
    Random random = new Random(SEED);
    int refused = 0;
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = MUTANTS * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long mutant = 0; mutant < rounds; mutant++) {
      byte[] file = Arrays.copyOf(model, model.length);
      int changes = 1 + random.nextInt(4);
      for (int change = 0; change < changes; change++) {
        mutate(file, random);
      }
      refused += survives(file, "mutant " + mutant + " of seed " + SEED) ? 0 : 1;
    }
    assertTrue(refused > MUTANTS / 10, "only " + refused + " mutants were refused");
  }

  @Test
  void mutantsOfEveryOfficialCaseAreRefusedOrRun() throws IOException {
    Path archive = SharedData.find("onnx-tests/cases.tar.xz");
    assumeTrue(archive != null);
    Random random = new Random(SEED);
    for (Map.Entry<String, Map<String, byte[]>> entry : CaseArchive.read(archive).entrySet()) {
      byte[] intact = entry.getValue().get("model.onnx");
      if (intact.length > LARGEST_CASE_BYTES) {
        continue;
      }
      for (int mutant = 0; mutant < MUTANTS_PER_CASE; mutant++) {
        byte[] file = Arrays.copyOf(intact, intact.length);
        mutate(file, random);
        Map<String, byte[]> files = new HashMap<>(entry.getValue());
        files.put("model.onnx", file);
        String what = entry.getKey() + ", mutant " + mutant + " of seed " + SEED;
        try {
          CaseRunner.run(files, RUN_LIMIT_BYTES);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError escaped) {
          throw new AssertionError(what + " let " + escaped + " escape", escaped);
        }
      }
    }
  }

  /** Structure lies at the start of the file, so most changes go there; weights are dull. */
  private static void mutate(byte[] file, Random random) {
    int reach = random.nextInt(4) == 0 ? file.length : Math.min(file.length, 2_000);
    int at = random.nextInt(reach);
    switch (random.nextInt(4)) {
      case 0 -> file[at] = (byte) random.nextInt(256);
      case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> {
        byte[] extremes = {0, 1, 0x7F, (byte) 0x80, (byte) 0xFF};
        file[at] = extremes[random.nextInt(extremes.length)];
      }
      default -> {
        int length = Math.min(random.nextInt(24), file.length - at);
        System.arraycopy(file, random.nextInt(file.length - length), file, at, length);
      }
    }
  }

  @Test
  @Tag("fuzz")
  void noiseIsRefused() {
    Random random = new Random(SEED);
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 20_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      assertTrue(!survives(noise, "noise " + round), "noise ran as a model");
    }
  }
}
