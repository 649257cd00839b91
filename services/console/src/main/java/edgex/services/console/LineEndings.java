package edgex.services.console;

import edgex.runtime.stream.StreamPump;

/** Puts a carriage return before each line feed that has none, as terminals want it. */
final class LineEndings implements StreamPump.Conversion {
  private byte previous;

  @Override
  public int expansion() {
    return 2;
  }

  @Override
  public int convert(byte[] source, int length, byte[] target) {
    int used = 0;
    for (int i = 0; i < length; i++) {
      if (source[i] == '\n' && previous != '\r') {
        target[used++] = '\r';
      }
      target[used++] = source[i];
      previous = source[i];
    }
    return used;
  }
}
