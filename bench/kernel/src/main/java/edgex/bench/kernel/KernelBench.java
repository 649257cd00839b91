package edgex.bench.kernel;

import edgex.bench.peers.KernelPeers;
import edgex.bench.peers.LinuxPeer;
import edgex.bench.report.Bench;
import edgex.bench.report.BenchReport;
import edgex.bench.report.BenchResult;
import edgex.bench.report.Measurement;
import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.build.Progress;
import edgex.host.build.SystemBuilder;
import edgex.toolchain.aot.Architecture;
import edgex.toolchain.image.Board;
import edgex.toolchain.image.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kernel's figures, and Linux's in the same run. {@code docs/benchmarks.md} tells how. */
public final class KernelBench implements Bench {
  private static final String IMAGE = "kernel-bench";
  private static final String WHOLE_SYSTEM = "default";

  /** Longer than the local APIC's timer can run (68 seconds at one gigahertz divided by 16). */
  private static final String WATCH = "uptime 100";

  private static final List<String> OPERATIONS =
      List.of(
          "null_call",
          "ipc.roundtrip.words0",
          "ipc.roundtrip.words4",
          "ipc.roundtrip.words8",
          "ipc.roundtrip.bytes512",
          "notification.signal_wake",
          "thread.yield_switch",
          "interrupt.to_user",
          "fault.roundtrip",
          "process.create_exit");

  private static final List<String> SECTIONS = List.of("text", "data", "bss");

  @Override
  public String name() {
    return "kernel";
  }

  @Override
  public BenchReport measure(Path root, Architecture architecture, Progress progress)
      throws BuildException, InterruptedException {
    BuiltImage built = build(root, IMAGE, architecture, progress);
    BuiltImage system = build(root, WHOLE_SYSTEM, architecture, progress);
    progress.step("measuring EdgeX");
    Map<String, Measurement> own = new LinkedHashMap<>();
    addGuestFigures(Guest.run(built, "image=" + IMAGE), own);
    addSizes(built.linkedKernel(), own);
    addPromptFigures(Guest.run(system, "image=" + WHOLE_SYSTEM + " -- log"), own);
    addIdleFigure(Guest.run(system, "image=" + WHOLE_SYSTEM + " -- " + WATCH), own);
    if (architecture == Architecture.X86_64) {
      progress.step("following the kernel instruction by instruction");
      InterruptsOff.measure(built, "image=" + IMAGE, own);
    }
    progress.step("measuring Linux");
    Map<String, Measurement> linux = measureLinux(root, architecture, progress);
    List<BenchResult> results = new ArrayList<>();
    own.forEach((name, figure) -> results.add(KernelPeers.beside(name, figure, linux)));
    return new BenchReport(name(), architecture.directoryName(), results);
  }

  private static BuiltImage build(
      Path root, String image, Architecture architecture, Progress progress)
      throws BuildException, InterruptedException {
    try {
      Board board = Board.usual(root, architecture.directoryName());
      return new SystemBuilder(root, progress).build(image, board);
    } catch (ImageException refused) {
      throw new BuildException(refused.getMessage(), refused);
    }
  }

  private static void addGuestFigures(String output, Map<String, Measurement> figures)
      throws BuildException {
    try {
      SampleLines lines = SampleLines.parse(output);
      for (String operation : OPERATIONS) {
        figures.put(operation, lines.instructions(operation));
      }
      figures.put("ram.kernel", lines.bytes("ram.kernel"));
    } catch (IllegalArgumentException refused) {
      throw new BuildException(
          "the guest's figures are refused: " + refused.getMessage() + "\n" + output, refused);
    }
  }

  private static void addPromptFigures(String log, Map<String, Measurement> figures)
      throws BuildException {
    try {
      ReadyLine ready = ReadyLine.parse(log);
      figures.put("boot.to_prompt", Measurement.exact((double) ready.nanos(), "nanoseconds"));
      figures.put("ram.prompt", Measurement.exact((double) ready.ramBytes(), "bytes"));
    } catch (IllegalArgumentException refused) {
      throw new BuildException(refused.getMessage() + ":\n" + log, refused);
    }
  }

  private static void addIdleFigure(String output, Map<String, Measurement> figures)
      throws BuildException {
    try {
      double rate = IdleLine.parse(output).wakeupsPerSecond();
      figures.put("idle.wakeups_per_second", Measurement.exact(rate, "wake-ups per second"));
    } catch (IllegalArgumentException refused) {
      throw new BuildException(refused.getMessage() + ":\n" + output, refused);
    }
  }

  private static void addSizes(Path kernel, Map<String, Measurement> figures)
      throws BuildException {
    try {
      Map<String, Long> sizes = ElfSections.sizes(Files.readAllBytes(kernel));
      for (String section : SECTIONS) {
        Long size = sizes.get("." + section);
        if (size == null) {
          throw new BuildException(kernel + " has no section ." + section);
        }
        figures.put("size.kernel." + section, Measurement.exact(size, "bytes"));
      }
    } catch (IOException | IllegalArgumentException cause) {
      throw new BuildException("cannot read " + kernel + ": " + cause.getMessage(), cause);
    }
  }

  /** What this machine cannot measure is left out, with a word. */
  private static Map<String, Measurement> measureLinux(
      Path root, Architecture architecture, Progress progress) {
    if (architecture != Architecture.X86_64) {
      progress.step("no Linux on " + architecture.directoryName() + ": left out");
      return Map.of();
    }
    try {
      return LinuxPeer.measure(root.resolve("build/cache/linux"), progress::step);
    } catch (IOException missing) {
      progress.step("Linux is left out: " + missing.getMessage());
      return Map.of();
    }
  }
}
