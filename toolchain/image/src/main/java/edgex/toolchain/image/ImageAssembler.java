package edgex.toolchain.image;

import edgex.abi.BootImage;
import edgex.manifest.Manifest;
import edgex.manifest.ManifestWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Makes the boot image of a plan once its programs are compiled. */
public final class ImageAssembler {
  private ImageAssembler() {}

  /**
   * Writes the image.
   *
   * @param elfs the compiled programs by the names of {@link ImagePlan#programs} and of the root
   * @param additions files for this run only: path in the image to file on this machine; they
   *     replace what the image has under the same path, but for {@code system/}
   * @throws ImageException if the root program or a path cannot be used
   * @throws IOException if a file cannot be read or the image cannot be written
   */
  public static void assemble(
      ImagePlan plan, Map<String, Path> elfs, Map<String, Path> additions, Path output)
      throws ImageException, IOException {
    BootImageWriter writer = new BootImageWriter(RootProgram.read(elfs.get(plan.root().name())));
    for (Map.Entry<String, Path> file : plan.files().entrySet()) {
      writer.add(file.getKey(), ImageFile.ofPath(file.getValue(), 0));
    }
    for (ProgramPlan program : plan.programs()) {
      byte[] elf = StrippedProgram.read(elfs.get(program.name()));
      writer.add(program.imagePath(), ImageFile.ofBytes(elf, BootImage.FLAG_PROGRAM));
    }
    for (Map.Entry<String, Path> addition : additions.entrySet()) {
      if (addition.getKey().startsWith("system/")) {
        throw new ImageException(
            "/" + addition.getKey() + ": files below /system are the image's own");
      }
      writer.add(addition.getKey(), ImageFile.ofPath(addition.getValue(), 0));
    }
    byte[] manifest = ManifestWriter.write(plan.manifest()).getBytes(StandardCharsets.US_ASCII);
    writer.add(Manifest.IMAGE_PATH, ImageFile.ofBytes(manifest));
    writer.write(output);
  }
}
