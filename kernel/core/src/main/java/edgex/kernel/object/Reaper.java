package edgex.kernel.object;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.kernel.arch.Cpu;
import edgex.kernel.ipc.Endpoint;
import edgex.kernel.ipc.Notification;
import edgex.kernel.ipc.Reply;
import edgex.kernel.irq.InterruptLine;
import edgex.kernel.memory.MemoryObject;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Scheduler;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Takes doomed objects apart in bounded steps.
 *
 * <p>Dooming an object takes constant time: its generation moves on, so that no capability leads to
 * it any more, and it enters the list here. The thread that doomed it then works until the list is
 * empty. When an interrupt is pending it stops after the step: its system call is rewound and
 * {@link KernelThread#reaping} says that executing it again goes on here. If that thread never runs
 * again, the work is done by the next one that creates or destroys anything, or by the idle CPU; so
 * what was doomed always comes back, and no creation fails for want of it.
 *
 * <p>The list is worked on from the front. Taking an object apart may doom others, which go to the
 * front. A process that waits for charged objects further back goes to the end of the list; as
 * "charged to" is a tree, some object always finishes.
 */
@StaticInit
@Unmanaged
public final class Reaper {
  private static int first;
  private static int last;

  private Reaper() {}

  static void create() {
    first = KernelObject.NONE;
    last = KernelObject.NONE;
  }

  /** Whether something waits to be taken apart. */
  public static boolean isBusy() {
    return first != KernelObject.NONE;
  }

  /** Id of the first doomed object, or {@code NONE}. */
  public static int first() {
    return first;
  }

  /** Ends the life of an object: no capability leads to it from now on, and a thread stops. */
  public static void doom(KernelObject object) {
    if (KernelObject.typeOf(object.id) == ObjectType.THREAD) {
      Scheduler.stop(KernelThread.all[object.index]);
    }
    Pools.unlinkFromPayer(object);
    object.life = KernelObject.DOOMED;
    object.generation++;
    object.next = first;
    if (first != KernelObject.NONE) {
      Pools.object(first).previous = object.id;
    } else {
      last = object.id;
    }
    first = object.id;
  }

  /** Works until nothing is doomed (true) or an interrupt is pending (false). */
  public static boolean drain() {
    while (first != KernelObject.NONE) {
      step();
      if (first != KernelObject.NONE && Cpu.interruptPending()) {
        return false;
      }
    }
    return true;
  }

  /**
   * What a call that has done its own part does last: drains, or arranges that the caller's next
   * system call, which is this one again, goes on draining.
   */
  public static int finish(KernelThread caller) {
    if (drain()) {
      caller.reaping = false;
      return Errors.NONE;
    }
    caller.reaping = true;
    return caller.rewind();
  }

  /** One bounded step for the front object. */
  private static void step() {
    KernelObject object = Pools.object(first);
    int index = object.index;
    boolean done =
        switch (KernelObject.typeOf(first)) {
          case ObjectType.PROCESS -> ProcessEnd.step(KernelProcess.all[index]);
          case ObjectType.THREAD -> KernelThread.all[index].destroyStep();
          case ObjectType.ENDPOINT -> Endpoint.all[index].destroyStep();
          case ObjectType.REPLY -> Reply.all[index].destroyStep();
          case ObjectType.NOTIFICATION -> Notification.all[index].destroyStep();
          case ObjectType.MEMORY -> MemoryObject.all[index].destroyStep();
          case ObjectType.INTERRUPT -> InterruptLine.all[index].destroyStep();
          default -> true;
        };
    if (done) {
      unlink(object);
      Pools.release(object);
    }
  }

  /** A doomed object cannot go on before another has gone, which may be doomed itself by now. */
  public static void doomBefore(KernelObject other, KernelObject waiting) {
    if (other.life == KernelObject.LIVE) {
      doom(other);
    } else {
      moveToEnd(waiting);
    }
  }

  /** Moves a doomed object behind all others. */
  static void moveToEnd(KernelObject object) {
    unlink(object);
    object.previous = last;
    object.next = KernelObject.NONE;
    if (last != KernelObject.NONE) {
      Pools.object(last).next = object.id;
    } else {
      first = object.id;
    }
    last = object.id;
  }

  private static void unlink(KernelObject object) {
    if (object.next != KernelObject.NONE) {
      Pools.object(object.next).previous = object.previous;
    } else {
      last = object.previous;
    }
    if (object.previous != KernelObject.NONE) {
      Pools.object(object.previous).next = object.next;
    } else {
      first = object.next;
    }
  }
}
