package edgex.bench.crypto.guest;

import edgex.bench.clock.InstructionCounter;
import edgex.bench.crypto.target.Operation;
import edgex.bench.crypto.target.Operations;
import edgex.tests.harness.RootMachine;

/**
 * The root process of an image of its own: counts the instructions of every operation and prints a
 * line {@code SAMPLES name count...} for each.
 */
public final class CryptoGuest {
  private static final int SAMPLES = 9;

  private CryptoGuest() {}

  /** Measures everything and switches the machine off. */
  public static void main(String[] arguments) {
    RootMachine machine = new RootMachine();
    for (Operation operation : Operations.all()) {
      // What is made at the first use only, such as the choice of loops, does not count.
      operation.run(0);
      StringBuilder line = new StringBuilder("SAMPLES ").append(operation.name());
      for (int number = 1; number <= SAMPLES; number++) {
        long start = InstructionCounter.read();
        operation.run(number);
        line.append(' ').append(InstructionCounter.read() - start);
      }
      machine.console().print(line.append('\n').toString());
    }
    machine.finish(0);
  }
}
