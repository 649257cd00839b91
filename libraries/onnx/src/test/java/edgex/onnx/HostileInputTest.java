package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Session;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Inputs that no sane program would give: not-a-number, infinities, the ends of every integer type,
 * shapes that do not fit. A run ends in results or in an {@link InferenceException}, within its
 * memory.
 */
class HostileInputTest {
  private static final long SEED = 20_260_102;
  private static final long MEMORY_LIMIT_BYTES = 4L << 20;
  private static final long NODE_LIMIT = 10_000;
  private static final int ROUNDS = 4;

  private static final double[] REALS = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0,
    -0.0,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.MIN_VALUE,
    1e-30,
    -1
  };

  private static final long[] WHOLES = {
    0,
    1,
    -1,
    2,
    -2,
    3,
    127,
    255,
    -128,
    65_535,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  @Test
  void everyCaseSurvivesHostileInputs() throws IOException {
    Path archive = SharedData.find("onnx-tests/cases.tar.xz");
    assumeTrue(archive != null);
    Random random = new Random(SEED);
    int ran = 0;
    for (Map.Entry<String, Map<String, byte[]>> entry : CaseArchive.read(archive).entrySet()) {
      Session session = load(entry.getValue());
      for (int round = 0; session != null && round < ROUNDS; round++) {
        String what = entry.getKey() + ", round " + round + " of seed " + SEED;
        ran += survives(session, entry.getValue(), random, what) ? 1 : 0;
      }
    }
    assertTrue(ran > 1000, "only " + ran + " runs came to an end with results");
  }

  private static Session load(Map<String, byte[]> files) {
    try {
      Session session = Session.load(files.get("model.onnx"), MEMORY_LIMIT_BYTES);
      session.limitNodes(NODE_LIMIT);
      return session;
    } catch (ModelFormatException unsupported) {
      return null;
    }
  }

  private static boolean survives(
      Session session, Map<String, byte[]> files, Random random, String what) {
    try {
      Map<String, Tensor> inputs =
          new HashMap<>(CaseRunner.inputs(session, files, "test_data_set_0/"));
      for (ValueInfo input : session.inputs()) {
        Tensor intact = inputs.get(input.name());
        if (intact != null) {
          inputs.put(input.name(), damaged(intact, random));
        }
      }
      session.run(inputs);
      return true;
    } catch (ModelFormatException | InferenceException expected) {
      assertTrue(!expected.getMessage().isEmpty(), what);
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError escaped) {
      throw new AssertionError(what + " let " + escaped + " escape", escaped);
    }
  }

  private static Tensor damaged(Tensor intact, Random random) {
    int choice = random.nextInt(8);
    Shape shape = intact.shape();
    if (choice == 0 && shape.rank() > 0) {
      shape = shape.with(random.nextInt(shape.rank()), random.nextInt(4));
    } else if (choice == 1) {
      shape = Shape.of(new int[random.nextInt(3)]);
    }
    Tensor damaged = Tensor.allocate(intact.type(), shape);
    int count = Math.min(damaged.elementCount(), intact.elementCount());
    damaged.copy(0, intact, 0, count);
    boolean all = random.nextInt(4) == 0;
    for (int index = 0; index < damaged.elementCount(); index++) {
      if (all || random.nextInt(8) == 0) {
        damage(damaged, index, random);
      }
    }
    return damaged;
  }

  private static void damage(Tensor tensor, int index, Random random) {
    if (tensor.type().isFloatingPoint()) {
      tensor.setDouble(index, REALS[random.nextInt(REALS.length)]);
    } else if (tensor.type() == ElementType.BOOL) {
      tensor.setLong(index, random.nextInt(2));
    } else {
      tensor.setLong(index, WHOLES[random.nextInt(WHOLES.length)]);
    }
  }
}
