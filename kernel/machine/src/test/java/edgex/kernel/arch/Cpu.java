package edgex.kernel.arch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Each thread of the JVM is a CPU: takes the place of the simulated machine's. */
public final class Cpu {
  private static final ThreadLocal<Integer> NUMBER = ThreadLocal.withInitial(() -> 0);
  private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

  private Cpu() {}

  /** The thread that calls this is that CPU. */
  public static void become(int cpu) {
    NUMBER.set(cpu);
  }

  /** What CPUs did, in order; empty afterwards. */
  public static List<String> takeEvents() {
    List<String> events = List.copyOf(EVENTS);
    EVENTS.clear();
    return events;
  }

  public static int current() {
    return NUMBER.get();
  }

  public static void wake(int cpu) {
    EVENTS.add("wake " + cpu);
  }

  public static void perform(int request) {
    EVENTS.add("CPU " + current() + " performs " + request);
  }
}
