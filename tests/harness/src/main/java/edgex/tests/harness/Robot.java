package edgex.tests.harness;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.MessagePage;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.abi.ThreadRecord;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.ipc.Notification;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.system.SystemCalls;
import java.util.function.BooleanSupplier;

/**
 * A thread under test that does what it is told: {@link #begin} tells it, {@link #await} waits
 * until it has done it. In between it may be blocked in the kernel, which is what most tests are
 * about.
 */
public final class Robot {
  // The box; robot-box.h has the same.
  private static final int ROUTINE = 0;
  private static final int ARGUMENTS = 8;
  private static final int RESULT = 64;
  private static final int MESSAGE = 72;
  private static final int WAKE = 168;
  private static final int DONE = 176;
  private static final int TICKETS = 184;
  private static final int TICKET = 192;
  private static final int PROGRESS = 200;
  private static final int STOP = 208;
  private static final int THREAD_EXIT = 216;

  /** Free room in the box for tests. */
  private static final int SCRATCH = 2048;

  private static final int PAGES_PER_ROBOT = 16;
  private static final int MESSAGE_PAGE = 2;
  private static final int STACK_PAGE = 4;
  private static final int BOX_PAGES = 2;

  /** A robot that has not answered after this time of the machine never will. */
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /** How long to sleep between two looks at a robot that should block. */
  private static final long LOOK_NANOS = 200_000;

  private final MappedMemory box;
  private final long boxThere;
  private final long messagePageThere;
  private final int thread;
  private final Notification wake;
  private final Notification done;

  private Robot(RobotProcess process, int index, int priority) {
    long base = RobotProcess.ROBOTS_ADDRESS + (long) index * PAGES_PER_ROBOT * Pages.BYTES;
    boxThere = base;
    messagePageThere = base + MESSAGE_PAGE * Pages.BYTES;
    wake = Notification.create();
    done = Notification.create();
    box = MappedMemory.create(BOX_PAGES * Pages.BYTES);
    mapPage(process, 0, base);
    mapPage(process, Pages.BYTES, base + STACK_PAGE * Pages.BYTES);
    put(WAKE, process.grant(wake.handle(), Rights.RECEIVE));
    put(DONE, process.grant(done.handle(), Rights.SEND));
    put(TICKETS, RobotProcess.COMMON_ADDRESS);
    put(THREAD_EXIT, SystemCallNumbers.THREAD_EXIT);
    thread =
        KernelException.check(
            "create a thread",
            SystemCalls.threadCreate(process.handle(), priority, messagePageThere));
    KernelException.check(
        "start a thread",
        SystemCalls.threadStart(
            thread, Routine.ROBOT.address(), base + (STACK_PAGE + 1) * Pages.BYTES, base, 0));
  }

  /** Makes the index-th robot of a process. */
  static Robot start(RobotProcess process, int index, int priority) {
    return new Robot(process, index, priority);
  }

  private void mapPage(RobotProcess process, long offset, long address) {
    KernelException.check(
        "map a robot's page",
        SystemCalls.memoryMap(
            process.handle(),
            box.handle(),
            address,
            offset,
            Pages.BYTES,
            Rights.READ | Rights.WRITE));
  }

  /** The thread. */
  public int thread() {
    return thread;
  }

  /** The registers of the robot's message calls. */
  public MessageBlock message() {
    return new MessageBlock(box.address() + MESSAGE);
  }

  /** Tells the robot to do something; it starts as soon as its priority allows. */
  public void begin(Routine routine, long... arguments) {
    begin(routine.address(), arguments);
  }

  /** As {@link #begin(Routine, long...)}, for code at an address in its process. */
  public void begin(long address, long... arguments) {
    put(ROUTINE, address);
    put(STOP, 0);
    for (int i = 0; i < arguments.length; i++) {
      put(ARGUMENTS + Long.BYTES * i, arguments[i]);
    }
    wake.signal();
  }

  /** Tells the robot to make a slow system call. */
  public void beginCall(int number, long... arguments) {
    long[] all = new long[arguments.length + 1];
    all[0] = number;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    begin(Routine.SLOW_CALL, all);
  }

  /** Tells the robot to make the message call that its {@link #message} describes. */
  public void beginMessage(int number) {
    begin(Routine.MESSAGE_CALL, number);
  }

  /** Waits for the end of what was begun; the result is that of the routine. */
  public long await() {
    if (!awaitFor(PATIENCE_NANOS)) {
      throw new KernelException("await a robot", Errors.TIMED_OUT);
    }
    return result();
  }

  /** Waits for some time; whether the robot has ended what was begun. */
  public boolean awaitFor(long nanos) {
    return done.await(nanos) != 0;
  }

  /** What the last routine gave. */
  public long result() {
    return get(RESULT);
  }

  /** Does something and waits for its end. */
  public long run(Routine routine, long... arguments) {
    begin(routine, arguments);
    return await();
  }

  /** Makes a slow system call and waits for its end. */
  public long call(int number, long... arguments) {
    beginCall(number, arguments);
    return await();
  }

  /** Makes a message call and waits for its end. */
  public int callMessage(int number) {
    beginMessage(number);
    return (int) await();
  }

  /** The robot's place in the order in which robots ended what they did. */
  public long ticket() {
    return get(TICKET);
  }

  /** How far {@link Routine#SPIN} has counted. */
  public long progress() {
    return get(PROGRESS);
  }

  /** Ends {@link Routine#SPIN}. */
  public void stopSpinning() {
    put(STOP, 1);
  }

  /** One of {@code ThreadState}. */
  public int state() {
    KernelException.check("inspect a thread", SystemCalls.threadInspect(thread));
    return (int) RootMachine.record(ThreadRecord.STATE);
  }

  /** The priority that it runs at. */
  public int effectivePriority() {
    KernelException.check("inspect a thread", SystemCalls.threadInspect(thread));
    return (int) RootMachine.record(ThreadRecord.EFFECTIVE_PRIORITY);
  }

  /** Waits until {@link Routine#SPIN} has counted beyond a number, however slow the machine is. */
  public void awaitProgress(long beyond) {
    poll("await progress beyond " + beyond, () -> progress() > beyond);
  }

  /** Lets the robot run until it is in a state; it has to come there by itself. */
  public void awaitState(int state) {
    poll("await state " + state + " of a robot", () -> state() == state);
  }

  private static void poll(String purpose, BooleanSupplier reached) {
    long end = SystemCalls.clockNanos() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      if (SystemCalls.clockNanos() > end) {
        throw new KernelException(purpose, Errors.TIMED_OUT);
      }
      SystemCalls.threadSleep(LOOK_NANOS);
    }
  }

  /** Begins a message call and waits until it blocks in this state. */
  public void blockInMessage(int number, int state) {
    beginMessage(number);
    awaitState(state);
  }

  /** Fills message bytes of the robot from this process's memory. */
  public void putMessageBytes(byte[] bytes) {
    RawMemory.write(box.address() + SCRATCH, bytes, 0, bytes.length);
    run(Routine.COPY, 0, messageBytesThere(), boxThere + SCRATCH, bytes.length);
  }

  /** Reads message bytes of the robot. */
  public byte[] takeMessageBytes(int count) {
    run(Routine.COPY, 0, boxThere + SCRATCH, messageBytesThere(), count);
    byte[] bytes = new byte[count];
    RawMemory.read(box.address() + SCRATCH, bytes, 0, count);
    return bytes;
  }

  /** Sets a handle that the robot's next message carries. */
  public void putCapability(int index, long handle) {
    run(Routine.STORE, 0, capabilityThere(index), handle);
  }

  /** A handle that came with the robot's last message. */
  public int takeCapability(int index) {
    return (int) run(Routine.LOAD, 0, capabilityThere(index));
  }

  /** Signals a notification on behalf of a test that only has the robot's handle of it. */
  public int signal(long handle) {
    message().prepare(handle, 0, 0);
    return callMessage(MessageCalls.SIGNAL);
  }

  /** Address of the robot's box, in its process. */
  public long boxThere() {
    return boxThere;
  }

  /** Address of the robot's message page, in its process. */
  public long messagePageThere() {
    return messagePageThere;
  }

  private long messageBytesThere() {
    return messagePageThere + MessagePage.BYTES_OFFSET;
  }

  private long capabilityThere(int index) {
    return messagePageThere + MessagePage.CAPABILITIES_OFFSET + Long.BYTES * (long) index;
  }

  /** Gives back what this process held of the robot; its process is gone. */
  void release() {
    SystemCalls.capabilityDelete(thread);
    SystemCalls.capabilityDelete(wake.handle());
    SystemCalls.capabilityDelete(done.handle());
    box.delete();
  }

  private void put(int offset, long value) {
    RawMemory.putLong(box.address() + offset, value);
  }

  private long get(int offset) {
    return RawMemory.getLong(box.address() + offset);
  }
}
