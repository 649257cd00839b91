package edgex.host.build;

import edgex.toolchain.image.ImagePlan;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a build gave.
 *
 * @param plan what was built
 * @param kernel the kernel as boot loaders take it
 * @param linkedKernel the same as an ELF file, with symbols
 * @param programs the ELF files of the programs, by name
 * @param image the boot image
 */
public record BuiltImage(
    ImagePlan plan, Path kernel, Path linkedKernel, Map<String, Path> programs, Path image) {}
