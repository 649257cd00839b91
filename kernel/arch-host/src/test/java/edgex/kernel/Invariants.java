package edgex.kernel;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.ThreadState;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.ipc.Endpoint;
import edgex.kernel.ipc.Notification;
import edgex.kernel.ipc.Reply;
import edgex.kernel.ipc.WaitQueue;
import edgex.kernel.memory.Mapping;
import edgex.kernel.memory.Mappings;
import edgex.kernel.memory.MemoryObject;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Capability;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.object.Pools;
import edgex.kernel.object.Reaper;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Priorities;
import edgex.kernel.sched.Processor;
import edgex.kernel.sched.RunQueue;

/**
 * What must be true of the kernel's data between any two upcalls. {@link #check} walks every
 * structure from its owner and compares what it finds with the links and counters kept beside it.
 */
final class Invariants {
  private static final int NONE = KernelObject.NONE;

  private Invariants() {}

  static void check() {
    checkRunQueues();
    checkThreads();
    checkWaitQueues();
    checkReplies();
    checkCapabilities();
    CapabilityForest.checkTrees();
    checkMappings();
    checkQuotas();
    FrameOwners.check();
    checkObjects();
  }

  private static void checkRunQueues() {
    int ready = 0;
    int running = 0;
    for (Processor processor : Processor.all) {
      ready += checkRunQueue(processor);
      running += checkCurrent(processor) ? 1 : 0;
    }
    is(ready == countThreads(ThreadState.READY), "a ready thread is in no run queue");
    is(running == countThreads(ThreadState.RUNNING), "%d threads run", running);
  }

  /** How many threads are ready on a CPU. */
  private static int checkRunQueue(Processor processor) {
    int ready = 0;
    int highest = NONE;
    for (int priority = 0; priority < RunQueue.PRIORITIES; priority++) {
      int previous = NONE;
      for (int i = processor.ready.head(priority); i != NONE; i = next(i)) {
        KernelThread thread = KernelThread.all[i];
        is(thread.state == ThreadState.READY, "thread %d in the run queue is not ready", i);
        is(thread.processor == processor, "thread %d in the run queue of another CPU", i);
        is(thread.effectivePriority == priority, "thread %d in the wrong queue", i);
        is(thread.queuePrevious == previous, "run queue link of thread %d", i);
        previous = i;
        highest = priority;
        ready++;
      }
    }
    is(processor.ready.highest() == highest, "highest ready priority");
    return ready;
  }

  /**
   * Whether a CPU runs a thread. One that was woken, or waits for the kernel's lock, may have to
   * choose another.
   */
  private static boolean checkCurrent(Processor processor) {
    int cpu = processor.index;
    int highest = processor.ready.highest();
    boolean chooses = HostMachine.isWoken(cpu) || HostMachine.isCalling(cpu);
    is(chooses || !processor.reschedule, "CPU %d has to choose but was not told", cpu);
    KernelThread current = processor.current;
    if (current == null) {
      is(chooses || highest == NONE, "CPU %d is idle although a thread is ready", cpu);
      is(HostMachine.current(cpu) == null, "CPU %d is idle with a context", cpu);
      is(
          Processor.all.length == 1 || HostMachine.activeSpace(cpu) == null,
          "CPU %d idles in the space of a process",
          cpu);
      return false;
    }
    is(current.state == ThreadState.RUNNING, "current thread of CPU %d does not run", cpu);
    is(current.processor == processor, "current thread of CPU %d belongs elsewhere", cpu);
    is(current.life == KernelObject.LIVE, "current thread of CPU %d is not alive", cpu);
    is(chooses || current.effectivePriority >= highest, "a higher thread waits on CPU %d", cpu);
    is(HostMachine.current(cpu) == current.context, "context of another thread on CPU %d", cpu);
    is(
        HostMachine.activeSpace(cpu) == current.process.addressSpace,
        "wrong address space on CPU %d",
        cpu);
    return true;
  }

  private static int next(int thread) {
    return KernelThread.all[thread].queueNext;
  }

  private static int countThreads(int state) {
    int count = 0;
    for (KernelThread thread : KernelThread.all) {
      count += thread.state == state && thread.life != KernelObject.FREE ? 1 : 0;
    }
    return count;
  }

  private static void checkThreads() {
    for (KernelThread thread : KernelThread.all) {
      if (thread.life == KernelObject.FREE) {
        is(thread.timerPosition == NONE, "free thread %d has a timer", thread.index);
        is(thread.firstServed == NONE, "free thread %d serves", thread.index);
        is(thread.messagePage == 0, "free thread %d has a message page", thread.index);
        continue;
      }
      if (thread.timerPosition != NONE) {
        is(thread.processor.timers.at(thread.timerPosition) == thread, "timer of %d", thread.index);
        is(isBlocked(thread), "thread %d with a timer is not blocked", thread.index);
      }
      is(
          thread.effectivePriority == Priorities.lentOrOwn(thread),
          "effective priority of thread %d",
          thread.index);
      if (thread.boundNotification != NONE) {
        Notification bound = Notification.all[thread.boundNotification];
        is(bound.boundThread == thread.index, "binding of thread %d", thread.index);
        is(
            thread.state != ThreadState.RECEIVING || bound.bits == 0,
            "thread %d sleeps over a signal",
            thread.index);
      }
      if (thread.receiveReply != NONE) {
        is(thread.state == ThreadState.RECEIVING, "%d holds a reply", thread.index);
        is(Reply.all[thread.receiveReply].waiter == thread.index, "waiter %d", thread.index);
      }
    }
    int timers = 0;
    for (Processor processor : Processor.all) {
      timers += checkTimers(processor);
    }
    for (KernelThread thread : KernelThread.all) {
      timers -= thread.timerPosition == NONE ? 0 : 1;
    }
    is(timers == 0, "timer queue size");
  }

  private static int checkTimers(Processor processor) {
    int timers = processor.timers.size();
    for (int i = 1; i < timers; i++) {
      is(
          processor.timers.at((i - 1) / 2).deadlineNanos <= processor.timers.at(i).deadlineNanos,
          "timer heap at %d",
          i);
    }
    int cpu = processor.index;
    is(
        timers == 0
            || HostMachine.isWoken(cpu)
            || HostMachine.isCalling(cpu)
            || HostMachine.alarmNanos(cpu) <= processor.timers.firstDeadlineNanos(),
        "the alarm of CPU %d is too late",
        cpu);
    return timers;
  }

  private static boolean isBlocked(KernelThread thread) {
    return switch (thread.state) {
      case ThreadState.SENDING,
          ThreadState.RECEIVING,
          ThreadState.AWAITING_REPLY,
          ThreadState.WAITING,
          ThreadState.SLEEPING ->
          true;
      default -> false;
    };
  }

  private static void checkWaitQueues() {
    int waiting = 0;
    for (Endpoint endpoint : Endpoint.all) {
      int state = endpoint.head == NONE ? 0 : KernelThread.all[endpoint.head].state;
      is(
          state == 0 || state == ThreadState.SENDING || state == ThreadState.RECEIVING,
          "state in endpoint %d",
          endpoint.index);
      waiting += checkWaitQueue(endpoint, state);
    }
    for (Notification notification : Notification.all) {
      int length = checkWaitQueue(notification, ThreadState.WAITING);
      is(length == 0 || notification.bits == 0, "waiting over bits: %d", notification.index);
      waiting += length;
    }
    int blocked =
        countThreads(ThreadState.SENDING)
            + countThreads(ThreadState.RECEIVING)
            + countThreads(ThreadState.WAITING);
    is(waiting == blocked, "%d threads in wait queues", waiting);
  }

  private static int checkWaitQueue(WaitQueue queue, int state) {
    int previous = NONE;
    int length = 0;
    for (int i = queue.head; i != NONE; i = next(i)) {
      KernelThread thread = KernelThread.all[i];
      is(thread.state == state, "thread %d waits in another state", i);
      is(thread.waitingOn == queue.index, "thread %d waits elsewhere", i);
      is(thread.queuePrevious == previous, "wait queue link of thread %d", i);
      is(
          previous == NONE
              || KernelThread.all[previous].effectivePriority >= thread.effectivePriority,
          "wait queue order at thread %d",
          i);
      previous = i;
      length++;
    }
    is(queue.tail == previous, "tail of wait queue %d", queue.index);
    is(length == 0 || queue.life != KernelObject.FREE, "free object %d has waiters", queue.index);
    return length;
  }

  private static void checkReplies() {
    int callers = 0;
    for (Reply reply : Reply.all) {
      is(reply.waiter == NONE || reply.caller == NONE, "reply %d is double", reply.index);
      if (reply.waiter != NONE) {
        is(KernelThread.all[reply.waiter].receiveReply == reply.index, "waiter of %d", reply.index);
      }
      if (reply.caller != NONE) {
        callers++;
        KernelThread caller = KernelThread.all[reply.caller];
        is(caller.state == ThreadState.AWAITING_REPLY, "caller of %d", reply.index);
        is(caller.waitingOn == reply.index, "caller of %d waits elsewhere", reply.index);
      } else {
        is(reply.server == NONE, "reply %d without caller is served", reply.index);
      }
      is(reply.life != KernelObject.FREE || reply.caller == NONE, "free reply %d", reply.index);
    }
    is(callers == countThreads(ThreadState.AWAITING_REPLY), "caller without a reply object");
    for (KernelThread thread : KernelThread.all) {
      int previous = NONE;
      for (int i = thread.firstServed; i != NONE; i = Reply.all[i].nextServed) {
        is(Reply.all[i].server == thread.index, "server of reply %d", i);
        is(Reply.all[i].previousServed == previous, "served link of reply %d", i);
        previous = i;
      }
    }
  }

  private static void checkCapabilities() {
    int used = 0;
    for (Capability capability : Capabilities.all) {
      if (capability.owner() == NONE) {
        continue;
      }
      used++;
      CapabilityForest.check(capability);
    }
    is(used == Capabilities.used(), "capabilities in use: %d", used);
    int listed = CapabilityForest.checkOwners();
    is(listed == used, "capabilities in owner lists: %d", listed);
  }

  private static void checkMappings() {
    int used = 0;
    int[] pages = new int[KernelProcess.all.length];
    for (Mapping mapping : Mappings.all) {
      if (mapping.process == NONE) {
        continue;
      }
      used++;
      pages[mapping.process] += mapping.mappedPages;
      int both = Rights.WRITE | Rights.EXECUTE;
      is((mapping.protection & both) != both, "mapping %d is W+X", mapping.index);
      is(
          mapping.memory == NONE
              || (Capabilities.all[mapping.capability].owner() != NONE
                  && MemoryObject.all[mapping.memory].life != KernelObject.FREE),
          "mapping %d outlives its memory or capability",
          mapping.index);
    }
    is(used == Mappings.used(), "mappings in use: %d", used);
    for (KernelProcess process : KernelProcess.all) {
      is(
          HostMachine.pageCount(process.addressSpace) == pages[process.index],
          "pages mapped in process %d",
          process.index);
      is(!HostMachine.isStale(process.addressSpace), "stale pages of process %d", process.index);
    }
  }

  private static void checkQuotas() {
    for (KernelProcess process : KernelProcess.all) {
      if (process.life == KernelObject.FREE) {
        continue;
      }
      long used = 1L + HostMachine.tableCount(process.addressSpace);
      int objects = 0;
      int capabilities = 0;
      for (int type = ObjectType.PROCESS; type <= ObjectType.SYSTEM; type++) {
        for (KernelObject object : Pools.of(type).objects) {
          objects += object.life != KernelObject.FREE && object.payer == process.index ? 1 : 0;
        }
      }
      for (MemoryObject memory : MemoryObject.all) {
        boolean charged = memory.life != KernelObject.FREE && memory.payer == process.index;
        used += charged && memory.ownsPages ? memory.pages : 0;
      }
      for (KernelThread thread : KernelThread.all) {
        used += thread.life != KernelObject.FREE && thread.process == process ? 1 : 0;
      }
      for (Mapping mapping : Mappings.all) {
        objects += mapping.process == process.index ? 1 : 0;
      }
      for (int i = process.firstCapability; i != NONE; i = Capabilities.all[i].nextOwned()) {
        capabilities++;
      }
      for (KernelProcess child : KernelProcess.all) {
        if (child.life != KernelObject.FREE && child.payer == process.index) {
          used += child.pagesLimit;
          objects += child.objectsLimit;
          capabilities += child.capabilitiesLimit;
        }
      }
      is(used == process.pagesUsed, "pages of process %d", process.index);
      is(objects == process.objectsUsed, "objects of process %d", process.index);
      is(capabilities == process.capabilitiesUsed, "capabilities of process %d", process.index);
      is(process.pagesUsed <= process.pagesLimit, "page quota of %d", process.index);
      is(process.objectsUsed <= process.objectsLimit, "object quota of %d", process.index);
      is(
          process.capabilitiesUsed <= process.capabilitiesLimit,
          "capability quota of %d",
          process.index);
    }
  }

  private static void checkObjects() {
    int doomed = 0;
    for (int type = ObjectType.PROCESS; type <= ObjectType.SYSTEM; type++) {
      int used = 0;
      for (KernelObject object : Pools.of(type).objects) {
        used += object.life == KernelObject.FREE ? 0 : 1;
        doomed += object.life == KernelObject.DOOMED ? 1 : 0;
      }
      is(used == Pools.of(type).used(), "objects of type %d", type);
    }
    int listed = 0;
    for (int id = Reaper.first(); id != NONE; id = Pools.object(id).next) {
      is(Pools.object(id).life == KernelObject.DOOMED, "object %d is not doomed", id);
      listed++;
    }
    is(listed == doomed, "%d doomed objects in the list", listed);
  }

  static void is(boolean condition, String problem) {
    if (!condition) {
      throw new AssertionError(problem);
    }
  }

  /** The number takes the place of "%d"; no array is made for what holds nearly always. */
  static void is(boolean condition, String problem, long number) {
    if (!condition) {
      throw new AssertionError(problem.replace("%d", Long.toString(number)));
    }
  }

  /** Error numbers are negative; used by tests that only want to know that a call went well. */
  static int good(long result) {
    is(result >= Errors.NONE, "system call failed with %d", result);
    return (int) result;
  }
}
