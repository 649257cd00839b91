package edgex.toolchain.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.toolchain.aot.AotException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UEFI programs as objdump sees them; FirmwareTest has firmware load them. */
class EfiProgramTest {
  private static final String PROGRAM =
      """
      static int numbers[3000] = {1, 2, 3};
      static const char *const names[] = {"one", "two", "three"};
      static int *places[] = {&numbers[1], &numbers[2999], &numbers[7]};
      static int zeros[100000];
      int entry(int index) {
        zeros[index] = *places[index] + names[index][0];
        return zeros[index + 1];
      }
      """;

  /** ELF addresses begin at 0, PE's a page later. */
  private static final long SHIFT = 0x1000;

  @TempDir Path folder;

  private byte[] link(String prefix) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("program.c"), PROGRAM);
    run(
        prefix + "gcc",
        "-O1",
        "-ffreestanding",
        "-fPIE",
        "-nostdlib",
        "-static-pie",
        "-Wl,-z,norelro,-z,separate-code,-z,max-page-size=4096,--build-id=none,-e,entry",
        "-o",
        "program.elf",
        "program.c");
    return Files.readAllBytes(folder.resolve("program.elf"));
  }

  private String run(String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  /** Matches of a pattern's first group in a text. */
  private static List<String> find(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private String convert(byte[] elf) throws Exception {
    Files.write(folder.resolve("program.efi"), EfiProgram.of(elf));
    return run("x86_64-linux-gnu-objdump", "-p", "-h", "program.efi");
  }

  @Test
  void headersAreWhatObjdumpReads() throws Exception {
    String headers = convert(link("x86_64-linux-gnu-"));
    assertTrue(headers.contains("file format pei-x86-64"), headers);
    assertEquals(List.of("(EFI application)"), find("^Subsystem\\s+0000000a\\s+(.*)$", headers));
    String symbols = run("x86_64-linux-gnu-nm", "program.elf");
    long entry = Long.parseLong(find("^(\\w+) T entry$", symbols).get(0), 16) + SHIFT;
    assertEquals(
        entry, Long.parseLong(find("^AddressOfEntryPoint\\s+(\\w+)$", headers).get(0), 16));
    assertTrue(headers.contains(".text"), headers);
    assertTrue(headers.contains(".data"), headers);
  }

  /** The same code at the same place, but for the distance of all addresses. */
  @Test
  void codeIsTheSame() throws Exception {
    convert(link("x86_64-linux-gnu-"));
    String elfText = run("x86_64-linux-gnu-objdump", "-s", "-j", ".text", "program.elf");
    String first = find("^ \\w+ (\\w+ \\w+ \\w+ \\w+)", elfText).get(0);
    String efiText = run("x86_64-linux-gnu-objdump", "-s", "-j", ".text", "program.efi");
    assertTrue(efiText.contains(first), efiText);
  }

  /** Each absolute address is in the table, once, and has the value that the linker meant. */
  @Test
  void everyAddressIsRelocated() throws Exception {
    byte[] elf = link("x86_64-linux-gnu-");
    Map<Long, Long> expected = new TreeMap<>();
    Pattern line =
        Pattern.compile("^(\\w+)\\s+\\w+ R_X86_64_RELATIV\\w*\\s+(\\w+)$", Pattern.MULTILINE);
    Matcher relocation = line.matcher(run("x86_64-linux-gnu-readelf", "-r", "program.elf"));
    while (relocation.find()) {
      expected.put(
          Long.parseLong(relocation.group(1), 16) + SHIFT,
          Long.parseLong(relocation.group(2), 16) + SHIFT);
    }
    assertEquals(6, expected.size());
    String headers = convert(elf);
    List<String> places = find("\\[(\\w+)\\] DIR64", headers);
    assertEquals(
        List.copyOf(expected.keySet()),
        places.stream().map(place -> Long.parseLong(place, 16)).sorted().toList());
    for (Map.Entry<Long, Long> address : expected.entrySet()) {
      assertEquals(address.getValue(), valueAt(address.getKey(), headers));
    }
  }

  private long valueAt(long address, String headers) throws IOException {
    Pattern section =
        Pattern.compile("^ +\\d+ \\.\\w+ +(\\w+) +(\\w+) +\\w+ +(\\w+) ", Pattern.MULTILINE);
    Matcher matcher = section.matcher(headers);
    while (matcher.find()) {
      long start = Long.parseLong(matcher.group(2), 16);
      if (address >= start && address < start + Long.parseLong(matcher.group(1), 16)) {
        long offset = Long.parseLong(matcher.group(3), 16) + address - start;
        byte[] file = Files.readAllBytes(folder.resolve("program.efi"));
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong((int) offset);
      }
    }
    throw new AssertionError("no section has " + Long.toHexString(address) + "\n" + headers);
  }

  @Test
  void equalInputsGiveEqualBytes() throws Exception {
    byte[] elf = link("x86_64-linux-gnu-");
    assertTrue(Arrays.equals(EfiProgram.of(elf), EfiProgram.of(elf)));
  }

  @Test
  void aProgramForAnotherProcessorIsRefused() throws Exception {
    byte[] elf = link("x86_64-linux-gnu-");
    elf[18] = 3;
    AotException refused = assertThrows(AotException.class, () -> EfiProgram.of(elf));
    assertTrue(refused.getMessage().contains("ELF machine 3 are not"), refused.getMessage());
  }

  @Test
  @Tag("fuzz")
  void refusesDamageWithoutOtherExceptions() throws Exception {
    byte[] elf = link("x86_64-linux-gnu-");
    int sections = (int) ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN).getLong(40);
    Random random = new Random(1);
    int refused = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] damaged =
          Arrays.copyOf(elf, random.nextInt(4) > 0 ? elf.length : random.nextInt(elf.length));
      for (int change = 0; change < 3 && damaged.length > 0; change++) {
        int from = random.nextBoolean() ? 0 : Math.min(sections, damaged.length - 1);
        damaged[from + random.nextInt(Math.min(damaged.length - from, 400))] =
            (byte) random.nextInt();
      }
      try {
        assertTrue(EfiProgram.of(damaged).length > 0);
      } catch (AotException expected) {
        refused++;
      }
    }
    assertTrue(refused > 500, "refused " + refused);
  }
}
