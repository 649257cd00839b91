package edgex.toolchain.aot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a linked kernel for what its flags should have made impossible. */
final class KernelCheck {
  private static final Pattern FUNCTION = Pattern.compile("^[0-9a-f]+ <(.+)>:$");

  private KernelCheck() {}

  /**
   * Fails when an instruction outside functions whose names begin with {@code edgex_fpu_} names a
   * floating-point or SIMD register; those functions save and restore a thread's registers.
   */
  static void requireNoFloatingPoint(Architecture architecture, Path elf)
      throws AotException, IOException {
    Tool objdump = new Tool(architecture.tool("objdump"), architecture.debianPackage());
    String listing =
        objdump.run(
            elf.getParent(), List.of("-d", "--no-show-raw-insn", elf.getFileName().toString()));
    Pattern register = Pattern.compile(architecture.floatingPointRegisters());
    String function = "";
    for (String line : listing.lines().toList()) {
      Matcher start = FUNCTION.matcher(line);
      if (start.matches()) {
        function = start.group(1);
      } else if (!function.startsWith("edgex_fpu_") && register.matcher(operands(line)).find()) {
        throw new AotException(
            "the kernel's " + function + " touches a floating-point register: " + line.strip());
      }
    }
  }

  /** The instruction without its own and other addresses and the symbols that objdump adds. */
  private static String operands(String line) {
    int afterAddress = line.indexOf(':') + 1;
    return line.substring(afterAddress).replaceAll("([0-9a-f]+ )?<[^>]*>|[#/].*", "");
  }
}
