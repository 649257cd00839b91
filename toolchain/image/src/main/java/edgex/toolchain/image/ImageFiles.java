package edgex.toolchain.image;

import edgex.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The section {@code [files]} of an image: which files of the repository lie in it, and where. */
final class ImageFiles {
  /** The folders that the builder itself fills. */
  private static final List<String> RESERVED =
      List.of(topFolder(Manifest.IMAGE_PATH), topFolder(ProgramPlan.IMAGE_FOLDER));

  private ImageFiles() {}

  private static String topFolder(String path) {
    return path.substring(0, path.indexOf('/') + 1);
  }

  /**
   * Finds the files.
   *
   * @return path in the image, without a leading slash, to the file of the repository
   */
  static SortedMap<String, Path> read(Path root, TomlSection section) throws ImageException {
    SortedMap<String, Path> files = new TreeMap<>();
    for (Map.Entry<String, String> entry : section.stringMap().entrySet()) {
      Path source = root.resolve(entry.getValue()).normalize();
      if (!source.startsWith(root)) {
        throw section.failure(entry.getKey(), entry.getValue() + " is not in this repository");
      }
      if (!Files.exists(source)) {
        throw section.failure(entry.getKey(), "there is no file " + entry.getValue());
      }
      SortedMap<String, Path> found = new TreeMap<>();
      try {
        addFiles(entry.getKey(), source, found);
        for (String imagePath : found.keySet()) {
          requireUsable(imagePath);
          BootImageWriter.requireName(imagePath);
        }
      } catch (IOException cause) {
        throw section.failure(entry.getKey(), "cannot read " + entry.getValue() + ": " + cause);
      } catch (ImageException refused) {
        throw section.failure(entry.getKey(), refused.getMessage());
      }
      files.putAll(found);
    }
    return files;
  }

  private static void requireUsable(String imagePath) throws ImageException {
    for (String folder : RESERVED) {
      if (imagePath.startsWith(folder)) {
        throw new ImageException(imagePath + ": files below " + folder + " are the builder's own");
      }
    }
  }

  /** Adds a file, or all files below a folder. */
  private static void addFiles(String imagePath, Path source, SortedMap<String, Path> files)
      throws IOException {
    if (Files.isRegularFile(source)) {
      files.put(imagePath, source);
      return;
    }
    try (Stream<Path> below = Files.walk(source)) {
      for (Path file : below.filter(Files::isRegularFile).toList()) {
        files.put(imagePath + "/" + source.relativize(file), file);
      }
    }
  }
}
