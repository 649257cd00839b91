package edgex.toolchain.image;

import java.nio.file.Path;

/**
 * A program that has to be compiled for an image.
 *
 * @param name the name of its folder; {@code bin/NAME} in the image
 * @param folder its Maven module
 * @param mainClass the class whose {@code main} runs
 * @param heapBytes the largest heap that any of its components may have
 */
public record ProgramPlan(String name, Path folder, String mainClass, long heapBytes) {
  /** Where an image keeps its programs. */
  static final String IMAGE_FOLDER = "bin/";

  /** Where the image keeps the program. */
  public String imagePath() {
    return IMAGE_FOLDER + name;
  }

  /** The file that says what the program is. */
  public Path description() {
    return folder.resolve(ComponentFolder.FILE);
  }
}
