package edgex.crypto.policy;

import edgex.crypto.CryptoException;
import java.util.EnumMap;
import java.util.Map;

/** What is allowed on this device: the table under a profile. Never changes once made. */
public final class AlgorithmPolicy {
  private final Map<Algorithm, Status> statuses = new EnumMap<>(Algorithm.class);

  private AlgorithmPolicy(Map<Algorithm, Status> statuses) {
    this.statuses.putAll(statuses);
  }

  /**
   * The policy of a profile. What a stricter profile leaves out may still be read, so that a device
   * that is switched over can move what it has.
   */
  public static AlgorithmPolicy of(Profile profile) {
    Map<Algorithm, Status> statuses = new EnumMap<>(Algorithm.class);
    for (Algorithm algorithm : Algorithm.values()) {
      boolean isLeftOut =
          profile == Profile.CNSA_2_0
              && !algorithm.isCnsa()
              && algorithm.status() == Status.ALLOWED;
      statuses.put(algorithm, isLeftOut ? Status.READ_ONLY : algorithm.status());
    }
    return new AlgorithmPolicy(statuses);
  }

  /** The same policy but for one line. */
  public AlgorithmPolicy with(Algorithm algorithm, Status status) {
    Map<Algorithm, Status> changed = new EnumMap<>(statuses);
    changed.put(algorithm, status);
    return new AlgorithmPolicy(changed);
  }

  /** Where an algorithm stands. */
  public Status status(Algorithm algorithm) {
    return statuses.get(algorithm);
  }

  /** Whether it may make keys, signatures, ciphertexts. */
  public boolean allowsMaking(Algorithm algorithm) {
    return status(algorithm) == Status.ALLOWED;
  }

  /** Whether it may verify, open, decapsulate. */
  public boolean allowsReading(Algorithm algorithm) {
    return status(algorithm) != Status.RETIRED;
  }

  /**
   * Refuses to make anything with an algorithm that is not allowed.
   *
   * @throws CryptoException that says so
   */
  public void requireMaking(Algorithm algorithm) {
    if (!allowsMaking(algorithm)) {
      throw new CryptoException(algorithm.standardName() + " makes nothing new by this policy");
    }
  }

  /**
   * Refuses to read anything with an algorithm that is retired.
   *
   * @throws CryptoException that says so
   */
  public void requireReading(Algorithm algorithm) {
    if (!allowsReading(algorithm)) {
      throw new CryptoException(algorithm.standardName() + " is retired by this policy");
    }
  }
}
