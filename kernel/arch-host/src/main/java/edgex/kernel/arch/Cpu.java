package edgex.kernel.arch;

/** The simulated processors; {@link HostMachine} says which one executes. */
public final class Cpu {
  private static Context[] contexts = new Context[1];
  private static boolean[] woken = new boolean[1];
  private static boolean[] calling = new boolean[1];
  private static int current;
  private static int pollsUntilInterrupt = -1;

  private Cpu() {}

  static void install(int cpus) {
    contexts = new Context[cpus];
    woken = new boolean[cpus];
    calling = new boolean[cpus];
    current = 0;
    pollsUntilInterrupt = -1;
  }

  /** From now on this CPU executes. */
  static void select(int cpu) {
    current = cpu;
  }

  /** What the executing CPU goes on with; null: idle. */
  static Context context() {
    return contexts[current];
  }

  /** What a CPU goes on with; null: idle. */
  static Context context(int cpu) {
    return contexts[cpu];
  }

  /** An interrupt will be pending from the given number of polls on; negative: never. */
  static void interruptAfter(int polls) {
    pollsUntilInterrupt = polls;
  }

  /**
   * A CPU that another one has woken and that can take the interrupt; negative: none. One that
   * waits for the kernel's lock takes it afterwards.
   */
  static int firstWoken() {
    for (int cpu = 0; cpu < woken.length; cpu++) {
      if (woken[cpu] && !calling[cpu]) {
        return cpu;
      }
    }
    return -1;
  }

  /** A CPU enters the kernel because it was woken. */
  static void endWake(int cpu) {
    woken[cpu] = false;
  }

  /** Whether a CPU has been woken and has not entered the kernel yet. */
  static boolean isWoken(int cpu) {
    return woken[cpu];
  }

  /** The executing CPU's thread has made a system call, and the CPU waits for the kernel's lock. */
  static void setCalling(boolean waiting) {
    calling[current] = waiting;
  }

  /** Whether a CPU waits for the kernel's lock with a system call. */
  static boolean isCalling(int cpu) {
    return calling[cpu];
  }

  /** Index of the executing CPU. */
  public static int current() {
    return current;
  }

  /** How many there are. */
  public static int count() {
    return contexts.length;
  }

  /** Chooses what to go on with. */
  public static void setContext(Context next) {
    for (int cpu = 0; cpu < contexts.length; cpu++) {
      if (cpu != current && contexts[cpu] == next) {
        throw new AssertionError("the context is on CPU " + cpu);
      }
    }
    contexts[current] = next;
  }

  /** Chooses to idle. */
  public static void setIdle() {
    contexts[current] = null;
  }

  /** Another CPU is to enter the kernel. */
  public static void wake(int cpu) {
    woken[cpu] = true;
  }

  /** Takes the thread off another CPU. */
  public static boolean take(int cpu) {
    if (cpu == current || contexts[cpu] == null) {
      throw new AssertionError("there is nothing to take from CPU " + cpu);
    }
    boolean inCall = calling[cpu];
    contexts[cpu] = null;
    AddressSpace.leave(cpu);
    woken[cpu] = !inCall;
    return inCall;
  }

  /** Never asked: {@link #take} does at once what is to be done. */
  @SuppressWarnings("DoNotCallSuggester") // the interface of all architectures has it
  public static void perform(int request) {
    throw new AssertionError("request " + request + " to a simulated CPU");
  }

  /** Whether an interrupt waits. */
  public static boolean interruptPending() {
    if (pollsUntilInterrupt > 0) {
      pollsUntilInterrupt--;
    }
    return pollsUntilInterrupt == 0;
  }

  /** Ends the test, unless that expects a panic. */
  @SuppressWarnings("DoNotCallSuggester") // an architecture's stop is called
  public static void stop() {
    throw new IllegalStateException("kernel panic: " + Platform.consoleText());
  }
}
