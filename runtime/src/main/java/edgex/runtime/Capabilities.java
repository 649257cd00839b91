package edgex.runtime;

import edgex.abi.RootStart;
import edgex.abi.StartBlock;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;
import java.util.ArrayList;
import java.util.List;

/** The capabilities that the process was started with, by name. */
public final class Capabilities {
  private static final String[] ROOT_NAMES = {
    "process", "thread", "system", "ports", "interrupts", "bootimage"
  };
  private static final int[] ROOT_WORDS = {
    RootStart.PROCESS,
    RootStart.THREAD,
    RootStart.SYSTEM,
    RootStart.PORTS,
    RootStart.INTERRUPTS,
    RootStart.BOOT_IMAGE
  };

  private static String[] names;
  private static int[] handles;

  private Capabilities() {}

  /** The handle of that name, or 0 if the process was not granted it. */
  public static int find(String name) {
    load();
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return handles[i];
      }
    }
    return 0;
  }

  /**
   * The handle of that name.
   *
   * @throws MissingCapabilityException if the process was not granted it
   */
  public static int require(String name) {
    int handle = find(name);
    if (handle == 0) {
      throw new MissingCapabilityException(name);
    }
    return handle;
  }

  /** The names that start with a prefix, in the order of the grant. */
  public static List<String> names(String prefix) {
    load();
    List<String> found = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith(prefix)) {
        found.add(name);
      }
    }
    return found;
  }

  private static void load() {
    if (names != null) {
      return;
    }
    long block = StartData.startBlock();
    if (block == 0) {
      loadRoot();
    } else {
      loadBlock(block);
    }
  }

  private static void loadRoot() {
    handles = new int[ROOT_NAMES.length];
    for (int i = 0; i < handles.length; i++) {
      handles[i] = (int) StartData.rootWord(ROOT_WORDS[i]);
    }
    names = ROOT_NAMES;
  }

  private static void loadBlock(long block) {
    int count = (int) RawMemory.getLong(block + Long.BYTES * (long) StartBlock.CAPABILITY_COUNT);
    long entry = block + RawMemory.getLong(block + Long.BYTES * (long) StartBlock.CAPABILITIES);
    String[] loaded = new String[count];
    handles = new int[count];
    for (int i = 0; i < count; i++) {
      handles[i] = RawMemory.getInt(entry + StartBlock.CAPABILITY_HANDLE_OFFSET);
      loaded[i] =
          StartText.read(block + RawMemory.getInt(entry + StartBlock.CAPABILITY_NAME_OFFSET));
      entry += StartBlock.CAPABILITY_BYTES;
    }
    names = loaded;
  }
}
