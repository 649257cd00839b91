package edgex.host.build;

import edgex.toolchain.image.ImagePlan;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a build gave.
 *
 * @param plan what was built
 * @param kernel the kernel's ELF file
 * @param programs the ELF files of the programs, by name
 * @param image the boot image
 */
public record BuiltImage(ImagePlan plan, Path kernel, Map<String, Path> programs, Path image) {}
