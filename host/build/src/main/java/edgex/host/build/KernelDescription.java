package edgex.host.build;

import edgex.toolchain.aot.AotProgram;
import edgex.toolchain.aot.Architecture;
import edgex.toolchain.aot.AssemblyConstant;
import edgex.toolchain.aot.TargetKind;
import edgex.toolchain.image.ImageException;
import edgex.toolchain.image.TomlSection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a kernel is compiled, from {@code kernel/arch-NAME/kernel.toml}:
 *
 * <pre>
 *  main = "edgex.kernel.Kernel"        # the class whose main runs
 *  loader = "boot/uefi-x86_64"         # the module of its boot loader for UEFI
 *  flags = ["-fwhole-program"]         # for gcc, beside those of every kernel
 *  format = "flat"                     # as loaders take it: elf (if nothing is said) or flat
 *  [offsets.CONTEXT_]                  # offsets.h: CONTEXT_RAX is the offset of field rax
 *  class = "edgex.kernel.arch.Context"
 *  fields = ["rax"]
 *  [statics]                           # offsets.h: the name is the symbol of the static field
 *  CURRENT_CONTEXT = "edgex.kernel.arch.Trap.current"
 *  [defines]                           # C macros
 *  NAME = "value"
 * </pre>
 *
 * @param program for the compiler
 * @param format what boot loaders take
 * @param loader the folder of the module with its boot loader
 */
record KernelDescription(AotProgram program, Format format, Path loader) {
  /** The forms in which boot loaders take a kernel. */
  enum Format {
    /** The linked file as it is. */
    ELF,

    /** The bytes from the first segment's first to the last one's last, with a header of theirs. */
    FLAT
  }

  /** Describes the kernel of an architecture to the compiler. */
  static KernelDescription read(Path root, Architecture architecture)
      throws BuildException, ImageException {
    Path module = root.resolve("kernel/arch-" + architecture.directoryName());
    TomlSection section = TomlSection.read(root, module.resolve("kernel.toml"));
    AotProgram.Builder program =
        AotProgram.builder(
            "kernel", section.requiredString("main"), TargetKind.KERNEL, architecture);
    section.strings("flags").forEach(program::compilerFlag);
    addOffsets(program, section.section("offsets"));
    addStatics(program, section.section("statics"));
    for (Map.Entry<String, String> macro : section.section("defines").stringMap().entrySet()) {
      program.define(macro.getKey(), macro.getValue());
    }
    Format format = format(section);
    Path loader = root.resolve(section.requiredString("loader"));
    section.refuseUnknownKeys();
    ModuleClassPath classPath = ModuleClassPath.read(root, module);
    program.classPath(classPath.entries());
    NativeSources.addTo(program, classPath.modules(), architecture);
    return new KernelDescription(program.build(), format, loader);
  }

  private static Format format(TomlSection section) throws ImageException {
    String name = section.string("format").orElse("elf");
    return switch (name) {
      case "elf" -> Format.ELF;
      case "flat" -> Format.FLAT;
      default -> throw section.failure("format", "format = \"" + name + "\": choose elf or flat");
    };
  }

  private static void addOffsets(AotProgram.Builder program, TomlSection offsets)
      throws ImageException {
    for (String prefix : offsets.keys()) {
      TomlSection entry = offsets.section(prefix);
      program.assemblyConstants(
          AssemblyConstant.fieldOffsets(
              prefix, entry.requiredString("class"), entry.strings("fields")));
      entry.refuseUnknownKeys();
    }
  }

  private static void addStatics(AotProgram.Builder program, TomlSection statics)
      throws ImageException {
    for (Map.Entry<String, String> entry : statics.stringMap().entrySet()) {
      int dot = entry.getValue().lastIndexOf('.');
      if (dot < 0) {
        throw statics.failure(entry.getKey(), "write it as package.Class.field");
      }
      String className = entry.getValue().substring(0, dot);
      String field = entry.getValue().substring(dot + 1);
      program.assemblyConstants(
          List.of(AssemblyConstant.staticField(entry.getKey(), className, field)));
    }
  }
}
