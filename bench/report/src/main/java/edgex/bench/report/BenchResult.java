package edgex.bench.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of a benchmark: EdgeX's own figure and the figures of its peers from the same run.
 *
 * @param name for example {@code ipc.roundtrip.words8}
 * @param own what EdgeX took
 * @param peers by name, for example {@code linux.pipe.roundtrip}, in the order in which they are
 *     shown; a peer that could not be measured is left out
 */
public record BenchResult(String name, Measurement own, Map<String, Measurement> peers) {
  /**
   * Keeps a copy of the peers.
   *
   * @throws IllegalArgumentException if the name is blank or a peer was measured in another unit: a
   *     ratio of the two would be nonsense
   */
  public BenchResult {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a result needs a name");
    }
    for (Map.Entry<String, Measurement> peer : peers.entrySet()) {
      if (!peer.getValue().unit().equals(own.unit())) {
        throw new IllegalArgumentException(
            name
                + " is in "
                + own.unit()
                + " but its peer "
                + peer.getKey()
                + " is in "
                + peer.getValue().unit());
      }
    }
    peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
  }

  /** A result without peers. */
  public static BenchResult alone(String name, Measurement own) {
    return new BenchResult(name, own, Map.of());
  }
}
