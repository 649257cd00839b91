package edgex.kernel.arch;

import edgex.kernel.Kernel;
import edgex.kernel.object.PoolSizes;

/**
 * The machine as a test sees it: boots the kernel, makes system calls for the thread that the
 * kernel has put on the CPU, lets time pass, raises interrupts, causes faults.
 *
 * <pre>
 *   RAM:  BASE | boot image | managed memory ... | end
 * </pre>
 */
public final class HostMachine {
  /** Where the root process's code is mapped. */
  public static final long ROOT_CODE = HostImage.CODE;

  /** Where the root process's data is mapped. */
  public static final long ROOT_DATA = HostImage.DATA;

  private static final int PAGE = AddressSpace.PAGE_SIZE_BYTES;

  /** Most times that one system call may be interrupted and started again. */
  private static final int MAXIMUM_RESTARTS = 1_000_000;

  private static boolean restarting = true;
  private static int regions = 1;
  private static int cpus = 1;
  private static boolean waking = true;

  private HostMachine() {}

  /**
   * Whether a thread whose system call the kernel has rewound executes it again at once (the
   * default) or stays before it, for the test to go on with something else.
   */
  public static void setRestarting(boolean restart) {
    restarting = restart;
  }

  /** The machines that boot from now on have RAM in this many pieces. */
  public static void setRegions(int count) {
    regions = count;
  }

  /** The machines that boot from now on have this many CPUs. */
  public static void setCpus(int count) {
    cpus = count;
  }

  /**
   * Whether a CPU that another one wakes enters the kernel at once (the default), or when the test
   * lets it by {@link #deliverWakes}.
   */
  public static void setWaking(boolean atOnce) {
    waking = atOnce;
  }

  /** What happens from now on happens on this CPU. */
  public static void select(int cpu) {
    Cpu.select(cpu);
  }

  /** Every CPU that was woken enters the kernel. */
  public static void deliverWakes() {
    int before = Cpu.current();
    for (int cpu = Cpu.firstWoken(); cpu >= 0; cpu = Cpu.firstWoken()) {
      Cpu.select(cpu);
      Cpu.endWake(cpu);
      Kernel.wake();
    }
    Cpu.select(before);
  }

  private static void leaveKernel() {
    if (waking) {
      deliverWakes();
    }
  }

  /** Whether a CPU was woken and has not entered the kernel yet. */
  public static boolean isWoken(int cpu) {
    return Cpu.isWoken(cpu);
  }

  /** Boots with this much RAM, pools of these sizes, and a small valid boot image. */
  public static void boot(int ramBytes, PoolSizes sizes, String commandLine) {
    boot(ramBytes, sizes, commandLine, HostImage.create());
  }

  /** As {@link #boot(int, PoolSizes, String)}, with a boot image of these bytes. */
  public static void boot(int ramBytes, PoolSizes sizes, String commandLine, byte[] image) {
    PhysicalMemory.install(ramBytes);
    Timer.install(cpus);
    Interrupts.install();
    Cpu.install(cpus);
    AddressSpace.install(cpus);
    restarting = true;
    waking = true;
    long managed = PhysicalMemory.BASE + ((image.length + PAGE - 1) & -PAGE);
    Platform.install(managed, PhysicalMemory.BASE + ramBytes - managed, ramBytes, regions);
    Platform.setBootImage(PhysicalMemory.BASE, image.length);
    Platform.setCommandLine(commandLine);
    for (int i = 0; i < image.length; i++) {
      PhysicalMemory.write8(PhysicalMemory.BASE + i, image[i]);
    }
    Kernel.boot(sizes);
  }

  /** The context that the CPU executes; null: idle. */
  public static Context current() {
    return Cpu.context();
  }

  /** The context that a CPU executes; null: idle. */
  public static Context current(int cpu) {
    return Cpu.context(cpu);
  }

  /**
   * The current thread makes a system call of the slow kind, and waits for the kernel's lock with
   * it until {@link #finishCall}. Other CPUs may do something before.
   */
  public static void beginCall(int number, long... arguments) {
    prepare(requireCurrent(), number, arguments);
    Cpu.context().stepOverSystemCall();
    Cpu.setCalling(true);
  }

  /** Whether the thread of a CPU waits with a system call. */
  public static boolean isCalling(int cpu) {
    return Cpu.isCalling(cpu);
  }

  /** The CPU gets the lock: the call is executed, unless its thread has been taken. */
  public static void finishCall() {
    Cpu.setCalling(false);
    Context context = Cpu.context();
    Kernel.systemCall(context, context == null ? 0 : context.number);
    leaveKernel();
  }

  /**
   * The current thread makes a system call of the slow kind. When an interrupt makes the kernel
   * rewind it, the thread executes it again, as hardware would. The result register; meaningless
   * when the thread does not run any more.
   */
  public static long systemCall(int number, long... arguments) {
    Context context = requireCurrent();
    prepare(context, number, arguments);
    execute(context);
    return context.result;
  }

  private static void prepare(Context context, int number, long... arguments) {
    context.number = number;
    System.arraycopy(arguments, 0, context.arguments, 0, arguments.length);
    for (int i = arguments.length; i < context.arguments.length; i++) {
      context.arguments[i] = 0;
    }
  }

  /** The current thread makes a message call; {@link #words} sets the words before. */
  public static long messageCall(int number, long handle, long information, long timeoutNanos) {
    Context context = requireCurrent();
    context.number = number;
    context.handle = handle;
    context.arguments[0] = handle;
    context.information = information;
    context.arguments[1] = information;
    context.timeout = timeoutNanos;
    execute(context);
    return context.result;
  }

  /** Handle word of a receive. */
  public static long receiveHandle(int endpoint, int reply) {
    return (endpoint & 0xffff_ffffL) | ((long) reply << 32);
  }

  /** Sets the message words of the current thread. */
  public static void words(long... words) {
    System.arraycopy(words, 0, requireCurrent().words, 0, words.length);
  }

  private static void execute(Context context) {
    long before = context.instructionPointer;
    int restarts = 0;
    do {
      context.stepOverSystemCall();
      Kernel.systemCall(context, context.number);
      leaveKernel();
      restarts++;
      if (restarts > MAXIMUM_RESTARTS) {
        throw new AssertionError("system call " + context.number + " does not get on");
      }
    } while (restarting && Cpu.context() == context && context.instructionPointer == before);
  }

  /** Lets time pass, ringing the alarm where it is due. */
  public static void advance(long nanos) {
    long end = Timer.nowNanos() + nanos;
    int before = Cpu.current();
    for (int first = Timer.firstCpu(end); first >= 0; first = Timer.firstCpu(end)) {
      Timer.advance(Math.max(Timer.deadlineNanos(first) - Timer.nowNanos(), 0));
      Cpu.select(first);
      Timer.setDeadlineNanos(Timer.NEVER);
      Kernel.timer();
      leaveKernel();
    }
    Cpu.select(before);
    Timer.advance(end - Timer.nowNanos());
  }

  /** When the alarm of a CPU will ring. */
  public static long alarmNanos(int cpu) {
    return Timer.deadlineNanos(cpu);
  }

  /** A line becomes active; true if it was open, and is masked now. */
  public static boolean interrupt(int line) {
    if (!Interrupts.isOpen(line)) {
      return false;
    }
    Interrupts.mask(line);
    Kernel.interrupt(line);
    leaveKernel();
    return true;
  }

  /** Whether a line may interrupt. */
  public static boolean isOpen(int line) {
    return Interrupts.isOpen(line);
  }

  /** The current thread faults. */
  public static void fault(int kind, long address, long code) {
    Kernel.fault(requireCurrent(), kind, address, code);
    leaveKernel();
  }

  /** An interrupt will be pending at that poll of a long operation, and stay; negative: never. */
  public static void interruptAfter(int polls) {
    Cpu.interruptAfter(polls);
  }

  /** The address space that the MMU of a CPU uses; null: the kernel's. */
  public static AddressSpace activeSpace(int cpu) {
    return AddressSpace.active(cpu);
  }

  /** Whether a CPU may use translations of a space that have ended. */
  public static boolean isStale(AddressSpace space) {
    return space.isStale();
  }

  /** How many pages an address space maps. */
  public static int pageCount(AddressSpace space) {
    return space.entries().size();
  }

  /** Protection of a mapped page, or -1. */
  public static int protection(AddressSpace space, long virtualAddress) {
    AddressSpace.Entry entry = space.entries().get(virtualAddress);
    return entry == null ? -1 : entry.protection();
  }

  /** How many table frames an address space has, without the root. */
  public static int tableCount(AddressSpace space) {
    return space.tables().size();
  }

  /** Physical addresses of those frames, in no order. */
  public static long[] tableFrames(AddressSpace space) {
    long[] frames = new long[space.tables().size()];
    int next = 0;
    for (long frame : space.tables().values()) {
      frames[next] = frame;
      next++;
    }
    return frames;
  }

  /** What the console has shown. */
  public static String console() {
    return Platform.consoleText();
  }

  /** How often the machine was to be switched off or reset. */
  public static int powerActions() {
    return Platform.powerActions();
  }

  /** The badge register. */
  public static long badge(Context context) {
    return context.badge;
  }

  /** The result register. */
  public static long result(Context context) {
    return context.result;
  }

  private static Context requireCurrent() {
    if (Cpu.context() == null) {
      throw new IllegalStateException("the CPU idles");
    }
    return Cpu.context();
  }
}
