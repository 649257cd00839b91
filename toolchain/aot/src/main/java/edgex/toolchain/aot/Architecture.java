package edgex.toolchain.aot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A processor family: the names of its tools and the compiler flags that differ. */
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum Architecture {
  /** 64-bit x86; the kernel lives in the top 2 GiB and has no red zone. */
  X86_64(
      "x86_64",
      "x86_64-linux-gnu-",
      "gcc",
      List.of(),
      List.of("-mgeneral-regs-only", "-mno-red-zone"),
      List.of("-mcmodel=kernel"),
      "%[xyz]mm|%st\\b"),

  /** 64-bit ARM, version 8.0 and up. */
  AARCH64(
      "aarch64",
      "aarch64-linux-gnu-",
      "gcc-aarch64-linux-gnu",
      List.of("-mno-outline-atomics"),
      List.of("-mgeneral-regs-only"),
      List.of(),
      "\\b[bhsdqv][0-9]+\\b"),

  /** 64-bit RISC-V, RV64GC; linker relaxation is off because nothing loads the gp register. */
  RISCV64(
      "riscv64",
      "riscv64-linux-gnu-",
      "gcc-riscv64-linux-gnu",
      List.of("-mno-relax"),
      List.of("-march=rv64imac_zicsr_zifencei", "-mabi=lp64", "-mcmodel=medany"),
      List.of(),
      "\\bf[ast]?[0-9]+\\b");

  private final String directoryName;
  private final String crossPrefix;
  private final String debianPackage;
  private final List<String> commonFlags;
  private final List<String> freestandingFlags;
  private final List<String> kernelAddressFlags;
  private final String floatingPointRegisters;

  Architecture(
      String directoryName,
      String crossPrefix,
      String debianPackage,
      List<String> commonFlags,
      List<String> freestandingFlags,
      List<String> kernelAddressFlags,
      String floatingPointRegisters) {
    this.directoryName = directoryName;
    this.crossPrefix = crossPrefix;
    this.debianPackage = debianPackage;
    this.commonFlags = commonFlags;
    this.freestandingFlags = freestandingFlags;
    this.kernelAddressFlags = kernelAddressFlags;
    this.floatingPointRegisters = floatingPointRegisters;
  }

  /** The architecture of that {@link #directoryName}. */
  public static Optional<Architecture> named(String name) {
    return Stream.of(values()).filter(each -> each.directoryName.equals(name)).findFirst();
  }

  /** The name used in options, folders and by musl: {@code x86_64}, {@code aarch64}, ... */
  public String directoryName() {
    return directoryName;
  }

  /** The tool of this architecture, e.g. {@code tool("gcc")} is {@code x86_64-linux-gnu-gcc}. */
  public String tool(String name) {
    return crossPrefix + name;
  }

  /** The prefix of every tool's name, as musl's configure wants it. */
  public String crossPrefix() {
    return crossPrefix;
  }

  /** The Debian package that brings the compiler and, through its dependencies, binutils. */
  public String debianPackage() {
    return debianPackage;
  }

  /** Compiler flags that every target of this architecture needs. */
  public List<String> commonFlags() {
    return commonFlags;
  }

  /** Compiler flags that keep away from floating-point registers and the red zone. */
  public List<String> freestandingFlags() {
    return freestandingFlags;
  }

  /** Compiler flags for code that is linked where a kernel is. */
  public List<String> kernelAddressFlags() {
    return kernelAddressFlags;
  }

  /** A regular expression for the registers that no kernel instruction may name. */
  String floatingPointRegisters() {
    return floatingPointRegisters;
  }
}
