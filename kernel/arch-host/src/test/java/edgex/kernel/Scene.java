package edgex.kernel;

import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.memory.Frames;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;

/** Situations on a test machine in which calls fail. */
final class Scene {
  /** Objects that a process has with one thread: the thread and the mapping of its page. */
  static final int OBJECTS_OF_THREAD = 2;

  /** Pages that a process has with one thread: page table, one table below it, message page. */
  static final int PAGES_OF_THREAD = 3;

  private static final int PLENTY = 64;
  private static final int PRIORITY = 60;

  private Scene() {}

  /** Raises the limits of the root process, so that the machine runs out before the process. */
  static void liftLimits() {
    KernelProcess root = Processor.self().current.process;
    root.pagesLimit = Integer.MAX_VALUE;
    root.capabilitiesLimit = Integer.MAX_VALUE;
    root.objectsLimit = Integer.MAX_VALUE;
  }

  /** Lifts the limits and leaves no page free. */
  static void takeAllPages(TestMachine machine) {
    liftLimits();
    for (int pages = TestMachine.RAM_BYTES >> Frames.PAGE_SHIFT; pages > 0; pages /= 2) {
      long result = 0;
      while (result >= 0) {
        result =
            machine.call(
                SystemCallNumbers.MEMORY_CREATE, machine.process, pages * TestMachine.PAGE);
      }
    }
  }

  /** Lifts the limits and leaves no capability free. */
  static void takeAllCapabilities(TestMachine machine) {
    liftLimits();
    long result = 0;
    while (result >= 0) {
      // Invariants are checked by the call that comes after all of these.
      result =
          HostMachine.systemCall(
              SystemCallNumbers.CAPABILITY_DERIVE, machine.process, Rights.INSPECT, 0);
    }
  }

  /** A process with these limits that has nothing yet. */
  static int child(TestMachine machine, int pages, int capabilities, int objects) {
    return machine.good(
        SystemCallNumbers.PROCESS_CREATE, machine.process, pages, capabilities, objects, 255, 0);
  }

  /** Makes a thread of a new process current that has used up its objects. */
  static void enterWithoutObjects(TestMachine machine) {
    enter(machine, child(machine, PLENTY, PLENTY, OBJECTS_OF_THREAD));
  }

  /** Makes a thread of a new process current that has used up its pages. */
  static void enterWithoutPages(TestMachine machine) {
    enter(machine, child(machine, PAGES_OF_THREAD, PLENTY, PLENTY));
  }

  /** Makes a new thread of a process current. */
  static Context enter(TestMachine machine, int process) {
    machine.setPriority(machine.thread, PRIORITY - 1);
    machine.start(process, PRIORITY);
    return TestMachine.current();
  }

  /** A process whose only thread has ended it. */
  static int exited(TestMachine machine) {
    int process = machine.child(0);
    enter(machine, process);
    machine.call(SystemCallNumbers.PROCESS_EXIT, 1);
    return process;
  }

  /**
   * Makes a thread current whose process has been destroyed while it still runs, because an
   * interrupt came when one of its two threads was gone. The result is its capability for an
   * endpoint.
   */
  static int enterDoomed(TestMachine machine) {
    int process = machine.child(0);
    int endpoint = machine.endpoint();
    int granted =
        machine.good(SystemCallNumbers.CAPABILITY_GRANT, process, endpoint, Rights.ALL, 0);
    machine.setPriority(machine.thread, PRIORITY);
    machine.start(process, PRIORITY);
    machine.start(process, PRIORITY);
    HostMachine.setRestarting(false);
    HostMachine.interruptAfter(1);
    machine.call(SystemCallNumbers.CAPABILITY_DESTROY, process);
    HostMachine.interruptAfter(-1);
    HostMachine.setRestarting(true);
    HostMachine.advance(KernelThread.SLICE_NANOS);
    Invariants.check();
    return granted;
  }
}
