package edgex.kernel;

import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Capability;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random messages between threads of two processes, and what came of each. The root thread has the
 * lowest priority and never blocks: it gets the others going again when all of them wait.
 *
 * <p>No two threads have one priority: among equals the order may differ, because the fast path
 * lets a server run at once, on its caller's turn.
 */
final class MessageScript {
  private static final int THREADS = 5;
  private static final int ENDPOINTS = 2;
  private static final int REPLIES = 4;
  private static final int LOWEST = 1;
  private static final int SPREAD = 20;

  private final SplittableRandom random;
  private final long forever;
  private final TestMachine machine = new TestMachine();
  private final List<KernelThread> threads = new ArrayList<>();

  /** Boots a machine; {@code forever} is the time-out of those who do not give up. */
  MessageScript(long seed, long forever) {
    this.random = new SplittableRandom(seed);
    this.forever = forever;
    KernelThread root = Processor.self().current;
    threads.add(root);
    int child = machine.child(0);
    for (int i = 0; i < ENDPOINTS; i++) {
      grant(child, machine.endpoint(), 40 + i);
    }
    for (int i = 0; i < REPLIES; i++) {
      grant(child, machine.reply(), 0);
    }
    for (int i = 0; i < THREADS; i++) {
      int process = random.nextBoolean() ? child : machine.process;
      int handle = machine.start(process, LOWEST + 1 + i * SPREAD);
      KernelProcess owner = process == child ? KernelProcess.all[1] : root.process;
      threads.add(KernelThread.all[owner.firstThread]);
      if (random.nextBoolean()) {
        machine.good(SystemCallNumbers.THREAD_BIND, handle, machine.notification());
      }
    }
    machine.setPriority(machine.thread, LOWEST);
  }

  private void grant(int process, int handle, long badge) {
    machine.good(SystemCallNumbers.CAPABILITY_GRANT, process, handle, Rights.ALL, badge);
  }

  /** Sends that many messages; what all threads then see, after each. */
  List<String> run(int steps) {
    List<String> states = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      HostMachine.advance(1);
      states.add(step() + describe());
      Invariants.check();
    }
    return states;
  }

  /** Processor time that each thread was charged with. */
  List<Long> processorNanos() {
    Processor.self().account();
    return threads.stream().map(thread -> thread.cpuNanos).toList();
  }

  private String step() {
    KernelThread current = Processor.self().current;
    boolean root = current == threads.get(0);
    int number =
        switch (random.nextInt(root ? 4 : 10)) {
          case 0 -> MessageCalls.SIGNAL;
          case 1 -> MessageCalls.SEND;
          case 2 -> MessageCalls.REPLY;
          case 3 -> MessageCalls.RECEIVE;
          case 4, 5, 6 -> MessageCalls.REPLY_RECEIVE;
          default -> MessageCalls.CALL;
        };
    long timeoutNanos = root || random.nextInt(10) == 0 ? 0 : forever;
    boolean plain = random.nextInt(4) != 0;
    long information =
        MessageInformation.of(
            random.nextInt(5),
            random.nextInt(9),
            plain ? 0 : random.nextInt(40),
            plain ? 0 : random.nextInt(2),
            random.nextInt(3));
    HostMachine.words(random.longs(MessageInformation.MAXIMUM_WORDS).toArray());
    TestMachine.handleToSend(0, handle(ObjectType.ENDPOINT));
    long handle = handleWord(number);
    HostMachine.messageCall(number, handle, information, timeoutNanos);
    return "thread " + current.index + " call " + number + ": ";
  }

  private long handleWord(int number) {
    return switch (number) {
      case MessageCalls.SIGNAL -> handle(ObjectType.NOTIFICATION);
      case MessageCalls.REPLY -> handle(ObjectType.REPLY);
      case MessageCalls.RECEIVE, MessageCalls.REPLY_RECEIVE ->
          HostMachine.receiveHandle(handle(ObjectType.ENDPOINT), handle(ObjectType.REPLY));
      default -> handle(ObjectType.ENDPOINT);
    };
  }

  /** One of the current process's handles for a type, or 0. */
  private int handle(int type) {
    List<Integer> fitting = new ArrayList<>();
    int index = Processor.self().current.process.firstCapability;
    while (index != KernelObject.NONE) {
      Capability capability = Capabilities.all[index];
      if (capability.type() == type) {
        fitting.add(capability.handle());
      }
      index = capability.nextOwned();
    }
    return fitting.isEmpty() ? 0 : fitting.get(random.nextInt(fitting.size()));
  }

  private String describe() {
    StringBuilder text = new StringBuilder("runs ").append(Processor.self().current.index);
    for (KernelThread thread : threads) {
      Context context = thread.context;
      text.append("; ").append(thread.index).append(" state ").append(thread.state);
      text.append(" priority ").append(thread.effectivePriority);
      text.append(" on ").append(thread.waitingOn).append(" reply ").append(thread.receiveReply);
      text.append(" result ").append(HostMachine.result(context));
      text.append(" badge ").append(HostMachine.badge(context));
      text.append(" information ").append(context.messageInformation()).append(" words");
      for (int i = 0; i < MessageInformation.MAXIMUM_WORDS; i++) {
        text.append(' ').append(context.word(i));
      }
    }
    return text.toString();
  }
}
