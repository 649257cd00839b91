package edgex.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has the floating-point registers, against a model that copies them at every switch. */
final class FpuTest {
  private static final long STATUS_FS = 3L << 13;
  private static final int THREADS = 4;

  private final Context[] contexts = new Context[THREADS];
  private int inRegisters;
  private int[] saved;

  @BeforeEach
  void make() {
    Instructions.clear();
    Fpu.initialize();
    for (int i = 0; i < THREADS; i++) {
      contexts[i] = new Context(i);
      Fpu.reset(contexts[i]);
    }
    Instructions.EVENTS.clear();
    inRegisters = 0;
    saved = new int[THREADS];
  }

  @Test
  void everyThreadSeesItsOwnRegisters() {
    Random random = new Random(3);
    int[] expected = new int[THREADS];
    for (int step = 1; step < 20_000; step++) {
      int thread = random.nextInt(THREADS);
      Fpu.prepareFor(contexts[thread]);
      if (random.nextInt(8) == 0) {
        Fpu.reset(contexts[thread]);
        expected[thread] = 0;
        applyEvents();
        Fpu.prepareFor(contexts[thread]);
      }
      if (random.nextBoolean()) {
        if (!isOpen()) {
          assertTrue(Fpu.claim(contexts[thread]));
        }
        applyEvents();
        assertEquals(expected[thread], inRegisters, "step " + step);
        inRegisters = step;
        expected[thread] = step;
      }
    }
  }

  @Test
  void instructionThatIsReallyIllegalIsNotClaimed() {
    Fpu.prepareFor(contexts[0]);
    assertTrue(Fpu.claim(contexts[0]));
    assertFalse(Fpu.claim(contexts[0]));
  }

  @Test
  void processorWithoutTheUnitHasNothingToClaim() {
    Instructions.clear();
    Instructions.setWritableStatus(~STATUS_FS);
    Fpu.initialize();
    Fpu.prepareFor(contexts[1]);
    assertFalse(Fpu.claim(contexts[1]));
  }

  private static boolean isOpen() {
    return (Instructions.readStatus() & STATUS_FS) != 0;
  }

  private void applyEvents() {
    for (String event : Instructions.EVENTS) {
      int space = event.indexOf(' ');
      int thread = Integer.parseInt(event.substring(space + 1));
      switch (event.substring(0, space)) {
        case "save" -> saved[thread] = inRegisters;
        case "restore" -> inRegisters = saved[thread];
        default -> saved[thread] = 0;
      }
    }
    Instructions.EVENTS.clear();
  }
}
