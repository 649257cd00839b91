package edgex.runtime;

import edgex.abi.StartBlock;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;

/** The environment that the process was started with: what {@code System.getenv} reads. */
public final class Environment {
  private Environment() {}

  /** The value of a variable, or null if there is none of that name. */
  public static String get(String name) {
    long block = StartData.startBlock();
    if (block == 0) {
      return null;
    }
    String prefix = name + "=";
    long count = RawMemory.getLong(block + Long.BYTES * (long) StartBlock.ENVIRONMENT_COUNT);
    long text = block + RawMemory.getLong(block + Long.BYTES * (long) StartBlock.ENVIRONMENT);
    for (long i = 0; i < count; i++) {
      String variable = StartText.read(text);
      if (variable.startsWith(prefix)) {
        return variable.substring(prefix.length());
      }
      text += StartText.sizeBytes(text);
    }
    return null;
  }
}
