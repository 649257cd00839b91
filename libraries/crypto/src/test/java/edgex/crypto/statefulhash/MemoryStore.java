package edgex.crypto.statefulhash;

/** A counter's place that tests can look into and turn back. */
final class MemoryStore implements OneTimeCounter.Store {
  int used;

  @Override
  public int read() {
    return used;
  }

  @Override
  public void write(int count) {
    used = count;
  }
}
