package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.memory.Frames;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.object.Reaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A thread destroys what it lives on, and an interrupt comes in the middle. Whoever runs next must
 * not get the rest of the dead thread's call, and all of it comes back. The fuzzer found this with
 * seed 1.
 */
class SelfDestructionTest {
  private static final int MANY = 40;

  private final TestMachine machine = new TestMachine();
  private final Context root = TestMachine.current();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 12, 20})
  void processThatDestroysItselfComesBackWhole(int pollsUntilInterrupt) {
    long freeBefore = Frames.freePages();
    int usedBefore = processes();
    int child = machine.child(0);
    int own = machine.good(SystemCallNumbers.CAPABILITY_GRANT, child, child, Rights.ALL, 0);
    for (int i = 0; i < 3; i++) {
      machine.good(SystemCallNumbers.THREAD_CREATE, child, 10, machine.address(1));
    }
    Scene.enter(machine, child);
    for (int i = 0; i < 5; i++) {
      machine.memoryOf(own, 1);
    }
    destroy(own, pollsUntilInterrupt);
    assertEquals(freeBefore, Frames.freePages());
    assertEquals(usedBefore, processes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void threadThatDestroysItselfLeavesItsProcess(int pollsUntilInterrupt) {
    int child = machine.child(0);
    long freeBefore = Frames.freePages();
    machine.setPriority(machine.thread, 50);
    int thread = machine.good(SystemCallNumbers.THREAD_CREATE, child, 60, machine.address(1));
    int own = machine.good(SystemCallNumbers.CAPABILITY_GRANT, child, thread, Rights.ALL, 0);
    machine.good(SystemCallNumbers.THREAD_START, thread, HostMachine.ROOT_CODE, 0, 0, 0);
    destroy(own, pollsUntilInterrupt);
    // The table below the message page stays with the process.
    assertEquals(freeBefore - 1, Frames.freePages());
    machine.good(SystemCallNumbers.PROCESS_INSPECT, child);
  }

  @Test
  void aNewThreadInThePlaceOfTheDeadOneStartsAfresh() {
    for (int i = 0; i < MANY; i++) {
      int child = machine.child(0);
      int own = machine.good(SystemCallNumbers.CAPABILITY_GRANT, child, child, Rights.ALL, 0);
      Scene.enter(machine, child);
      int endpoint = machine.endpoint();
      assertEquals(
          endpoint >= 0, machine.call(SystemCallNumbers.CAPABILITY_INSPECT, endpoint) >= 0);
      destroy(own, 1 + i % 4);
    }
  }

  /** The current thread destroys; afterwards the root runs, and the work has been finished. */
  private void destroy(int handle, int pollsUntilInterrupt) {
    HostMachine.interruptAfter(pollsUntilInterrupt);
    machine.call(SystemCallNumbers.CAPABILITY_DESTROY, handle);
    assertSame(root, TestMachine.current());
    HostMachine.interruptAfter(-1);
    int endpoint = machine.endpoint();
    assertEquals(false, Reaper.isBusy());
    machine.good(SystemCallNumbers.CAPABILITY_DELETE, endpoint);
    int stale = machine.good(SystemCallNumbers.CAPABILITY_LIST_PROCESS, machine.process, 0);
    assertEquals(true, stale > 0);
  }

  private static int processes() {
    int used = 0;
    for (KernelProcess process : KernelProcess.all) {
      used += process.life == KernelObject.FREE ? 0 : 1;
    }
    return used;
  }
}
