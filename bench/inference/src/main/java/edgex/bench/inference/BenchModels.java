package edgex.bench.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The models to measure: those of {@code models.tsv} in the shared data, with the inputs of their
 * first golden set.
 */
final class BenchModels {
  private BenchModels() {}

  /**
   * One model.
   *
   * @param name as in {@code models.tsv}
   * @param file the model
   * @param inputs a file for each input, in the model's order
   */
  record BenchModel(String name, Path file, List<Path> inputs) {}

  /** The models, none if there is no shared data. */
  static List<BenchModel> find(Path root) throws IOException {
    String given = System.getenv("EDGEX_SHARED");
    Path shared = given == null ? root.resolveSibling("shared") : Path.of(given);
    Path models = shared.resolve("models");
    List<BenchModel> found = new ArrayList<>();
    if (!Files.isRegularFile(models.resolve("models.tsv"))) {
      return found;
    }
    List<String> lines = Files.readAllLines(models.resolve("models.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      Path set = models.resolve("golden").resolve(fields[0]).resolve("test_data_set_0");
      found.add(new BenchModel(fields[0], models.resolve(fields[1]), inputs(set)));
    }
    return found;
  }

  private static List<Path> inputs(Path set) throws IOException {
    try (Stream<Path> files = Files.list(set)) {
      return files
          .filter(file -> file.getFileName().toString().matches("input_[0-9]+\\.pb"))
          .sorted(Comparator.comparingInt(BenchModels::number))
          .toList();
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceAll("[^0-9]", ""));
  }
}
