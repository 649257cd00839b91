package edgex.kernel;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.MessagePage;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.arch.Platform;
import edgex.kernel.memory.Mapping;
import edgex.kernel.memory.Mappings;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Capability;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.PoolSizes;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes random steps on a small machine: system calls of whichever thread runs, with arguments that
 * are often right and sometimes garbage; time; interrupts; faults.
 */
final class Fuzzer {
  /** One above the highest system-call number. */
  static final int NUMBERS = SystemCallNumbers.END;

  private static final int RAM_BYTES = 1 << 21;
  private static final int HISTORY = 60;
  private static final int PAGE = 4096;
  private static final int LINES = 34;
  private static final long FIRST_ADDRESS = 0x10_0000;
  private static final int ADDRESSES = 24;

  private final int cpus;
  private final SplittableRandom random;
  private final int[] succeeded;
  private final List<String> steps = new ArrayList<>();
  private int idleSteps;
  private long mappedSize;

  Fuzzer(int cpus, long seed, int[] succeeded) {
    this.cpus = cpus;
    this.random = new SplittableRandom(seed);
    this.succeeded = succeeded;
  }

  /** Whether a call can return a good result at all: those that do not return cannot. */
  static boolean canSucceed(int number) {
    return number != SystemCallNumbers.PROCESS_EXIT
        && number != SystemCallNumbers.THREAD_EXIT
        && number != SystemCallNumbers.SYSTEM_POWER;
  }

  void boot() {
    PoolSizes sizes = new PoolSizes();
    sizes.processes = 5;
    sizes.threads = 10;
    sizes.endpoints = 6;
    sizes.replies = 6;
    sizes.notifications = 6;
    sizes.memories = 12;
    sizes.interrupts = 4;
    sizes.devices = 4;
    sizes.capabilities = 100;
    sizes.mappings = 24;
    HostMachine.boot(RAM_BYTES, sizes, random.nextBoolean() ? "debug" : "");
    idleSteps = 0;
    note("boot");
    populate();
  }

  /** Gives the root process something to work with: objects, a child process, threads in both. */
  private void populate() {
    int root = handleOf(ObjectType.PROCESS);
    int[] shared = new int[5];
    shared[0] = good(SystemCallNumbers.ENDPOINT_CREATE);
    shared[1] = good(SystemCallNumbers.NOTIFICATION_CREATE);
    shared[2] = good(SystemCallNumbers.MEMORY_CREATE, root, 4L * PAGE);
    shared[3] = good(SystemCallNumbers.REPLY_CREATE);
    shared[4] = good(SystemCallNumbers.REPLY_CREATE);
    int child = good(SystemCallNumbers.PROCESS_CREATE, root, 60, 30, 20, 200, shared[0]);
    for (int object : new int[] {shared[0], shared[1], shared[2], shared[4], child}) {
      good(SystemCallNumbers.CAPABILITY_GRANT, child, object, Rights.ALL, 0);
    }
    for (int i = 0; i < 5; i++) {
      int process = i < 2 ? root : child;
      int thread =
          good(
              SystemCallNumbers.THREAD_CREATE,
              process,
              100 + random.nextInt(4),
              FIRST_ADDRESS + (long) PAGE * (ADDRESSES + i));
      good(SystemCallNumbers.THREAD_SET_AFFINITY, thread, random.nextInt(cpus));
      good(SystemCallNumbers.THREAD_START, thread, HostMachine.ROOT_CODE, 0, 0, 0);
      if (random.nextBoolean()) {
        good(SystemCallNumbers.CAPABILITY_GRANT, child, thread, Rights.ALL, 0);
      }
    }
    good(
        SystemCallNumbers.THREAD_SET_PRIORITY,
        handleOf(ObjectType.THREAD),
        100 + random.nextInt(4));
  }

  private static int good(int number, long... arguments) {
    return Invariants.good(HostMachine.systemCall(number, arguments));
  }

  /** The oldest handle of the current process for a type. */
  private static int handleOf(int type) {
    int found = 0;
    int index = Processor.self().current.process.firstCapability;
    while (index != KernelObject.NONE) {
      found = Capabilities.all[index].type() == type ? Capabilities.all[index].handle() : found;
      index = Capabilities.all[index].nextOwned();
    }
    return found;
  }

  String history() {
    int from = Math.max(0, steps.size() - HISTORY);
    return String.join("\n", steps.subList(from, steps.size()));
  }

  void step() {
    if (cpus > 1 && !chooseCpu()) {
      return;
    }
    if (HostMachine.current() == null) {
      idle();
      return;
    }
    idleSteps = 0;
    HostMachine.setRestarting(random.nextInt(4) != 0);
    HostMachine.interruptAfter(random.nextInt(4) == 0 ? 1 + random.nextInt(8) : -1);
    int kind = random.nextInt(100);
    if (kind < 6) {
      advance(random.nextLong(8_000_000));
    } else if (kind < 10) {
      interrupt();
    } else if (kind < 12 && !isRoot()) {
      int fault = 1 + random.nextInt(7);
      note("fault " + fault);
      HostMachine.fault(fault, random.nextLong(), random.nextInt());
    } else if (kind < 50) {
      messageCall();
    } else {
      slowCall();
    }
  }

  /**
   * Lets another CPU go on, now and then with wake-ups that arrive late. False: it has only got the
   * kernel's lock, for the system call with which it waited.
   */
  private boolean chooseCpu() {
    if (random.nextInt(3) == 0) {
      HostMachine.setWaking(true);
      HostMachine.deliverWakes();
    }
    HostMachine.setWaking(random.nextInt(3) != 0);
    int cpu = random.nextInt(cpus);
    HostMachine.select(cpu);
    if (HostMachine.isCalling(cpu)) {
      note("CPU " + cpu + " finishes its call");
      HostMachine.finishCall();
      return false;
    }
    if (HostMachine.isWoken(cpu)) {
      HostMachine.deliverWakes();
    }
    note("CPU " + cpu);
    return true;
  }

  /** Whether a thread of the root process runs, with which the machine would end. */
  private static boolean isRoot() {
    return Processor.self().current.process.payer == KernelObject.NONE;
  }

  private void idle() {
    idleSteps++;
    HostMachine.interruptAfter(-1);
    if (idleSteps > 4 * cpus) {
      boot();
    } else if (random.nextBoolean()) {
      interrupt();
    } else {
      advance(random.nextLong(40_000_000));
    }
  }

  private void advance(long nanos) {
    note("advance " + nanos);
    HostMachine.advance(nanos);
  }

  private void interrupt() {
    int line = random.nextInt(32);
    note("interrupt " + line);
    HostMachine.interrupt(line);
  }

  private void messageCall() {
    int number = 1 + random.nextInt(7);
    int type =
        switch (number) {
          case MessageCalls.REPLY -> ObjectType.REPLY;
          case MessageCalls.WAIT, MessageCalls.SIGNAL -> ObjectType.NOTIFICATION;
          default -> ObjectType.ENDPOINT;
        };
    int reply = random.nextInt(4) == 0 ? 0 : handle(ObjectType.REPLY);
    boolean receives = number == MessageCalls.RECEIVE || number == MessageCalls.REPLY_RECEIVE;
    long handle = HostMachine.receiveHandle(handle(type), receives ? reply : 0);
    long information = information();
    long timeout = new long[] {-1, -1, 0, 1_000, 3_000_000, 900_000}[random.nextInt(6)];
    for (int i = 0; i < MessageInformation.MAXIMUM_CAPABILITIES; i++) {
      PhysicalMemory.write64(
          Processor.self().current.messagePage + MessagePage.CAPABILITIES_OFFSET + 8L * i,
          handle(0));
    }
    note(
        String.format(
            "%s message %d handle %x information %x timeout %d",
            who(), number, handle, information, timeout));
    count(number, HostMachine.messageCall(number, handle, information, timeout));
  }

  private long information() {
    if (random.nextInt(12) == 0) {
      return random.nextLong();
    }
    boolean plain = random.nextBoolean();
    return MessageInformation.of(
        random.nextInt(3),
        random.nextInt(9),
        plain ? 0 : random.nextInt(1025),
        plain ? 0 : random.nextInt(3),
        random.nextInt(5));
  }

  private void slowCall() {
    int number = 8 + random.nextInt(NUMBERS - 8 + 1);
    boolean rare =
        number == SystemCallNumbers.PROCESS_EXIT
            || number == SystemCallNumbers.CAPABILITY_DESTROY
            || number == SystemCallNumbers.THREAD_EXIT
            || number == SystemCallNumbers.CAPABILITY_DELETE;
    if (rare && random.nextInt(6) != 0) {
      number = SystemCallNumbers.PROCESS_CREATE + random.nextInt(6);
    }
    if (number == SystemCallNumbers.PROCESS_EXIT && isRoot()) {
      number = SystemCallNumbers.PROCESS_CREATE;
    }
    long[] arguments = new long[6];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = random.nextInt(20) == 0 ? random.nextLong() : value();
    }
    shape(number, arguments);
    note(String.format("%s call %d %s", who(), number, java.util.Arrays.toString(arguments)));
    if (cpus > 1 && random.nextInt(6) == 0) {
      note("... waits for the lock");
      HostMachine.beginCall(number, arguments);
      return;
    }
    count(number, HostMachine.systemCall(number, arguments));
  }

  /** Makes the arguments of a call likely to be right. */
  private void shape(int number, long[] arguments) {
    if (random.nextInt(8) == 0) {
      return;
    }
    switch (number) {
      case SystemCallNumbers.CAPABILITY_DERIVE -> set(arguments, handle(0), rights(), badge());
      case SystemCallNumbers.CAPABILITY_GRANT ->
          set(arguments, handle(ObjectType.PROCESS), handle(0), rights(), badge());
      case SystemCallNumbers.CAPABILITY_LIST_PROCESS ->
          set(arguments, handle(ObjectType.PROCESS), random.nextInt(30));
      case SystemCallNumbers.PROCESS_CREATE ->
          set(
              arguments,
              handle(ObjectType.PROCESS),
              8 + random.nextInt(40),
              random.nextInt(20),
              random.nextInt(20),
              random.nextInt(256),
              random.nextBoolean() ? 0 : handle(ObjectType.ENDPOINT));
      case SystemCallNumbers.THREAD_CREATE ->
          set(arguments, handle(ObjectType.PROCESS), random.nextInt(256), address());
      case SystemCallNumbers.THREAD_START ->
          set(arguments, handle(ObjectType.THREAD), HostMachine.ROOT_CODE, 0, 0, 0);
      case SystemCallNumbers.THREAD_SET_PRIORITY ->
          set(arguments, handle(ObjectType.THREAD), random.nextInt(256));
      case SystemCallNumbers.THREAD_SET_AFFINITY ->
          set(arguments, handle(ObjectType.THREAD), random.nextInt(cpus + 1));
      case SystemCallNumbers.THREAD_BIND ->
          set(arguments, handle(ObjectType.THREAD), handle(ObjectType.NOTIFICATION));
      case SystemCallNumbers.THREAD_SET_POINTER -> set(arguments, address());
      case SystemCallNumbers.THREAD_SLEEP -> set(arguments, random.nextInt(4_000_000));
      case SystemCallNumbers.MEMORY_CREATE -> set(arguments, handle(ObjectType.PROCESS), size());
      case SystemCallNumbers.MEMORY_MAP ->
          set(
              arguments,
              handle(ObjectType.PROCESS),
              handle(ObjectType.MEMORY),
              address(),
              (long) PAGE * random.nextInt(2),
              size(),
              random.nextInt(8) | Rights.READ);
      case SystemCallNumbers.MEMORY_UNMAP ->
          set(arguments, handle(ObjectType.PROCESS), mappedAddress(), mappedSize);
      case SystemCallNumbers.MEMORY_PROTECT ->
          set(arguments, handle(ObjectType.PROCESS), mappedAddress(), random.nextInt(8) | 1);
      case SystemCallNumbers.MEMORY_SLICE -> set(arguments, handle(ObjectType.MEMORY), 0, size());
      case SystemCallNumbers.DEVICE_SLICE ->
          set(arguments, handle(ObjectType.DEVICE), random.nextInt(8), 1 + random.nextInt(9));
      case SystemCallNumbers.DEVICE_READ, SystemCallNumbers.DEVICE_WRITE ->
          set(arguments, handle(ObjectType.DEVICE), random.nextInt(8), 1 + random.nextInt(4));
      case SystemCallNumbers.DEVICE_MEMORY ->
          set(arguments, handle(ObjectType.DEVICE), Platform.DEVICES, size());
      case SystemCallNumbers.INTERRUPT_CREATE ->
          set(arguments, handle(ObjectType.INTERRUPT), random.nextInt(LINES));
      case SystemCallNumbers.INTERRUPT_BIND ->
          set(arguments, handle(ObjectType.INTERRUPT), handle(ObjectType.NOTIFICATION));
      default -> set(arguments, handle(typeFor(number)), random.nextInt(70));
    }
  }

  /** The object type that the first handle of a call is for; 0: any. */
  private static int typeFor(int number) {
    if (number < SystemCallNumbers.PROCESS_CREATE) {
      return 0;
    }
    if (number < SystemCallNumbers.THREAD_CREATE) {
      return ObjectType.PROCESS;
    }
    if (number < SystemCallNumbers.MEMORY_CREATE) {
      return ObjectType.THREAD;
    }
    if (number < SystemCallNumbers.DEVICE_SLICE) {
      return ObjectType.MEMORY;
    }
    return number < SystemCallNumbers.CLOCK_NANOS ? ObjectType.INTERRUPT : ObjectType.SYSTEM;
  }

  private static void set(long[] arguments, long... values) {
    System.arraycopy(values, 0, arguments, 0, values.length);
  }

  /** A handle of the current process for a type (0: any), or sometimes anything. */
  private int handle(int type) {
    if (random.nextInt(25) == 0) {
      return random.nextInt();
    }
    List<Integer> fitting = new ArrayList<>();
    int index = Processor.self().current.process.firstCapability;
    while (index != KernelObject.NONE) {
      Capability capability = Capabilities.all[index];
      if (type == 0 || capability.type() == type) {
        fitting.add(capability.handle());
      }
      index = capability.nextOwned();
    }
    return fitting.isEmpty() ? 0 : fitting.get(random.nextInt(fitting.size()));
  }

  private int rights() {
    return random.nextInt(3) == 0 ? random.nextInt(256) : Rights.ALL;
  }

  private long badge() {
    return random.nextBoolean() ? 0 : random.nextInt(100);
  }

  private long address() {
    return FIRST_ADDRESS + (long) PAGE * random.nextInt(ADDRESSES);
  }

  /** Where a mapping of some process starts, mostly; {@link #mappedSize} is then its size. */
  private long mappedAddress() {
    Mapping mapping = Mappings.all[random.nextInt(Mappings.all.length)];
    boolean there = mapping.process != KernelObject.NONE;
    mappedSize = there ? (long) mapping.pages * PAGE : size();
    return there ? mapping.address : address();
  }

  private long size() {
    return random.nextInt(10) == 0
        ? (long) PAGE * random.nextInt(600)
        : (long) PAGE * (1 + random.nextInt(40) / 12);
  }

  private long value() {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> -1;
      case 2 -> address();
      case 3 -> size();
      case 4 -> handle(0);
      default -> random.nextInt(300);
    };
  }

  private void count(int number, long result) {
    if (number < NUMBERS && result >= Errors.NONE) {
      succeeded[number]++;
    }
  }

  private static String who() {
    KernelThread thread = Processor.self().current;
    return "thread " + thread.index + " of " + thread.process.index;
  }

  private void note(String step) {
    steps.add(step);
  }
}
