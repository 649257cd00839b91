package edgex.bench.kernel;

import edgex.bench.report.Measurement;
import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.machine.InstructionTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * How long interrupts are off in the operations of the kernel benchmark: each instruction of the
 * kernel as it is, counted by the emulator.
 */
final class InterruptsOff {
  /** What the figure of a null call has besides the kernel: loading the number, and SYSCALL. */
  private static final int USER_INSTRUCTIONS = 2;

  /** As many as the guest's measurement counts. */
  private static final int MINIMUM_CALLS = 64;

  private static final String NULL_CALL = "null_call";

  private InterruptsOff() {}

  /**
   * Adds the figures.
   *
   * @param figures those measured without a trace: what the guest's counter says of a null call
   *     must be what is counted here
   */
  static void measure(BuiltImage built, String commandLine, Map<String, Measurement> figures)
      throws BuildException, InterruptedException {
    KernelEntries entries = entries(built);
    KernelPassages passages = new KernelPassages(entries);
    Guest.run(
        built,
        commandLine,
        new InstructionTrace(
            entries.textStart(),
            entries.textEnd() - entries.textStart(),
            passages,
            System.err::println));
    passages.finish();
    long expected = Math.round(figures.get(NULL_CALL).value()) - USER_INSTRUCTIONS;
    if (passages.count(expected) < MINIMUM_CALLS) {
      throw new BuildException(
          "the emulator's log and the guest's counter disagree: no passages of "
              + expected
              + " instructions, which a null call takes");
    }
    figures.put("irq_off.longest", Measurement.exact((double) passages.longest(), "instructions"));
    figures.put(
        "irq_off.longest_between_polls",
        Measurement.exact((double) passages.longestBetweenPolls(), "instructions"));
  }

  private static KernelEntries entries(BuiltImage built) throws BuildException {
    try {
      return KernelEntries.of(ElfSymbols.addresses(Files.readAllBytes(built.kernel())));
    } catch (IOException | IllegalArgumentException cause) {
      throw new BuildException("cannot read " + built.kernel() + ": " + cause.getMessage(), cause);
    }
  }
}
