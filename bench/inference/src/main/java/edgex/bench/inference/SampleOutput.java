package edgex.bench.inference;

import edgex.bench.report.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a measuring program printed: a line {@code NAME VALUE} for each sample, among others. */
final class SampleOutput {
  private final Map<String, List<Double>> samples = new LinkedHashMap<>();

  private SampleOutput() {}

  static SampleOutput parse(String text) {
    SampleOutput output = new SampleOutput();
    for (String line : text.lines().toList()) {
      String[] words = line.strip().split(" ", -1);
      if (words.length == 2 && words[1].matches("-?[0-9]+(\\.[0-9]+)?")) {
        output
            .samples
            .computeIfAbsent(words[0], name -> new ArrayList<>())
            .add(Double.valueOf(words[1]));
      }
    }
    return output;
  }

  /** The samples of a name, each turned into another number, or nothing if there are none. */
  Optional<Measurement> measurement(String name, Scale scale, String unit) {
    List<Double> values = samples.get(name);
    if (values == null) {
      return Optional.empty();
    }
    double[] scaled = values.stream().mapToDouble(scale::of).toArray();
    return Optional.of(Measurement.ofSamples(scaled, unit));
  }

  /** Turns a sample into a number of the published unit. */
  interface Scale {
    /** The published number. */
    double of(double sample);
  }
}
