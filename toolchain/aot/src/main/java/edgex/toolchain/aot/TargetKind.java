package edgex.toolchain.aot;

import java.util.List;

/** What the ELF file runs on, and so which C library and which TeaVM runtime files it gets. */
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum TargetKind {
  /** The bare machine: no C library, a heap that only grows, no floating point. */
  KERNEL("kernel", List.of("-ffreestanding", "-nostdinc", "-fno-pie", "-fno-stack-protector")),

  /** A boot loader: as the bare machine, but firmware loads it where it likes. */
  LOADER(
      "kernel",
      List.of(
          "-ffreestanding", "-nostdinc", "-fPIE", "-fvisibility=hidden", "-fno-stack-protector")),

  /** An EdgeX process: musl, every system call goes through {@code edgex_system_call}. */
  USER("hosted", List.of("-nostdinc", "-fno-pie", "-fno-stack-protector")),

  /** A Linux program over the machine's C library, for debuggers, sanitizers and timing. */
  HOST("hosted", List.of("-D_GNU_SOURCE"));

  private final String runtimeFolder;
  private final List<String> compilerFlags;

  TargetKind(String runtimeFolder, List<String> compilerFlags) {
    this.runtimeFolder = runtimeFolder;
    this.compilerFlags = compilerFlags;
  }

  /** Whether it runs without a C library and without anything below it. */
  public boolean isFreestanding() {
    return this == KERNEL || this == LOADER;
  }

  /** The resource folder with this target's C runtime. */
  String runtimeFolder() {
    return runtimeFolder;
  }

  /** Compiler flags of this target on every architecture. */
  List<String> compilerFlags() {
    return compilerFlags;
  }
}
