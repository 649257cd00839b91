package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import edgex.host.build.DiskBuilder;
import edgex.host.machine.CommandLine;
import edgex.host.machine.HostLinkDecoder;
import edgex.host.machine.Machine;
import edgex.host.machine.MachineOptions;
import edgex.host.machine.Outcome;
import edgex.toolchain.image.Board;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Disks booted by the firmware of every board that has some, good ones and bad ones. */
@Tag("qemu")
@Tag("boards")
@Tag("boot")
class FirmwareTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String KERNEL = "EDGEX/KERNEL.ELF";
  private static final String IMAGE = "EDGEX/BOOT.IMG";
  private static final int LARGE_BYTES = 400 << 20;

  @TempDir static Path folder;

  @TestFactory
  List<DynamicTest> boots() throws Exception {
    return forEachFirmware(
        boot -> {
          boot.infers();
          boot.damagedImage();
        });
  }

  /** The loader's tests on the JVM have these messages too; here each firmware shows them. */
  @TestFactory
  @Tag("long")
  List<DynamicTest> saysWhatIsWrong() throws Exception {
    return forEachFirmware(Boot::badDisks);
  }

  /** What is done with one way of booting. */
  private interface Check {
    void run(Boot boot) throws Exception;
  }

  private static List<DynamicTest> forEachFirmware(Check check) throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Board board : TargetMachine.boards()) {
      for (Map.Entry<String, List<String>> firmware : board.emulator().firmware().entrySet()) {
        Boot boot = new Boot(TargetMachine.of("default", board), firmware.getValue());
        String name = board.name() + ", " + firmware.getKey();
        tests.add(dynamicTest(name, () -> check.run(boot)));
      }
    }
    return tests;
  }

  /** One way of booting one board. */
  private record Boot(TargetMachine machine, List<String> options) {
    private static final String CLASSIFY = "infer classify /models/mnist.onnx /samples/7.pgm";

    /** What a run showed, and what the guest reported. */
    private record Result(Outcome outcome, String console, OptionalInt status) {}

    void infers() throws Exception {
      Result result = run(files(CLASSIFY));
      assertTrue(result.console().startsWith("7\t1.000000\n"), result.console());
      assertEquals(OptionalInt.of(0), result.status());
    }

    /** The machine is stopped though the firmware goes on. */
    void damagedImage() throws Exception {
      expectFailure(
          "BOOT.IMG is damaged", files -> files.get(IMAGE)[files.get(IMAGE).length / 2] ^= 1);
    }

    void badDisks() throws Exception {
      expectFailure("KERNEL.ELF is missing", files -> files.remove(KERNEL));
      expectFailure("BOOT.IMG is missing", files -> files.remove(IMAGE));
      expectFailure("KERNEL.ELF is no ELF file", files -> files.put(KERNEL, new byte[100]));
      expectFailure(
          "KERNEL.ELF is a kernel for another processor", files -> files.get(KERNEL)[18] ^= 1);
      expectFailure(
          "BOOT.IMG is cut short",
          files -> files.computeIfPresent(IMAGE, (path, image) -> Arrays.copyOf(image, 10_000)));
      expectFailure("too little memory", files -> files.put(IMAGE, new byte[LARGE_BYTES]));
    }

    private void expectFailure(String message, Consumer<SortedMap<String, byte[]>> damage)
        throws Exception {
      SortedMap<String, byte[]> files = files("echo");
      damage.accept(files);
      Result result = run(files);
      assertTrue(result.console().contains("EdgeX cannot boot: "), result.console());
      assertTrue(result.console().contains(message), result.console());
      assertEquals(Outcome.End.STOPPED, result.outcome().end());
      assertEquals(OptionalInt.empty(), result.status());
    }

    private SortedMap<String, byte[]> files(String command) throws Exception {
      boolean marksItself = !machine.built().plan().board().emulator().firmwareSpeaks();
      String line = "image=default " + (marksItself ? CommandLine.FORM_FEED + " " : "");
      return DiskBuilder.files(
          machine.builder(), machine.built(), machine.built().image(), line + "-- " + command);
    }

    private Result run(SortedMap<String, byte[]> files) throws Exception {
      Path work = Files.createTempDirectory(folder, "boot");
      Path disk = work.resolve("disk.img");
      DiskBuilder.write(files, disk);
      Board board = machine.built().plan().board();
      MachineOptions direct =
          new MachineOptions(
              board.emulator(),
              machine.built().kernel(),
              machine.built().image(),
              "",
              1,
              board.memoryMebibytes(),
              MachineOptions.Clock.REAL_TIME,
              Optional.of(LIMIT),
              work.resolve("host-link"));
      ByteArrayOutputStream console = new ByteArrayOutputStream();
      Outcome outcome =
          new Machine(direct.booting(new MachineOptions.BootDisk(disk, options))).run(console);
      return new Result(
          outcome,
          console.toString(StandardCharsets.ISO_8859_1),
          HostLinkDecoder.decodeAfterFirmware(Files.readAllBytes(direct.hostLink())).exitStatus());
    }
  }
}
