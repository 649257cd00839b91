package edgex.tests.userland;

import edgex.runtime.KernelException;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.sync.Condition;
import edgex.runtime.sync.MessageQueue;
import edgex.runtime.sync.Mutex;
import edgex.runtime.sync.Semaphore;
import edgex.runtime.system.SystemCalls;
import edgex.runtime.thread.NativeWorker;
import edgex.runtime.thread.WorkerFunction;
import java.util.ArrayList;
import java.util.List;
import org.teavm.interop.Function;

/**
 * This thread and worker threads of this process.
 *
 * <p>That no system call was made is seen at the notification: a signal would have set its bit, and
 * a wait without a bit would never have ended.
 */
final class ThreadCases {
  private static final int WORKERS = 3;
  private static final int PRIORITY = 100;
  private static final int TOO_HIGH = 255;
  private static final int STACK_BYTES = 16384;
  private static final long SHORT_NANOS = 1_000_000;
  private static final int UNCONTENDED_ROUNDS = 1000;
  private static final int CONTENDED = 2;

  /** Looks at a state that another thread brings about, before it counts as never coming. */
  private static final int MOST_LOOKS = 100_000;

  private final Shared shared = Shared.create();

  private ThreadCases() {
    shared.setWord(Workers.MUTEX_HANDLE, shared.mutex().handle());
    shared.setWord(Workers.SEMAPHORE_HANDLE, shared.semaphore().handle());
    shared.setWord(Workers.CONDITION_HANDLE, shared.condition().handle());
  }

  /** A case with a page of its own. */
  private interface Body {
    void run(ThreadCases cases);
  }

  static void runAll(RuntimeSuite suite) {
    add(suite, "mutex: nobody else, no system call", ThreadCases::uncontendedMutex);
    add(suite, "mutex: a held one makes others wait", ThreadCases::heldMutex);
    add(suite, "mutex: workers exclude each other", ThreadCases::mutexExcludes);
    add(suite, "semaphore: permits are there, no system call", ThreadCases::uncontendedSemaphore);
    add(suite, "semaphore: every permit is taken once", ThreadCases::permits);
    add(suite, "semaphore: waiting ends with its time", ThreadCases::semaphoreTimesOut);
    add(suite, "condition: nobody waits, no system call", ThreadCases::uncontendedCondition);
    add(suite, "condition: all who wait are woken", ThreadCases::conditionWakesAll);
    add(suite, "condition: waiting ends with its time", ThreadCases::conditionTimesOut);
    add(suite, "queue: one process, in order, full and empty", ThreadCases::queue);
    add(suite, "worker: what it had is given back", ThreadCases::workersAreGivenBack);
    add(suite, "worker: too high a priority is refused", ThreadCases::highPriority);
  }

  private static void add(RuntimeSuite suite, String name, Body body) {
    suite.run(
        name,
        () -> {
          ThreadCases cases = new ThreadCases();
          body.run(cases);
          cases.shared.delete();
        });
  }

  private static NativeWorker start(WorkerFunction function, long page) {
    return NativeWorker.start(function, page, PRIORITY, STACK_BYTES);
  }

  private List<NativeWorker> startAll(WorkerFunction function) {
    List<NativeWorker> workers = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      workers.add(start(function, shared.address()));
    }
    return workers;
  }

  private static void joinAll(List<NativeWorker> workers) {
    for (NativeWorker worker : workers) {
      worker.join();
    }
  }

  private static WorkerFunction count() {
    return Function.get(WorkerFunction.class, Workers.class, "count");
  }

  private static WorkerFunction take() {
    return Function.get(WorkerFunction.class, Workers.class, "take");
  }

  private static WorkerFunction awaitFlag() {
    return Function.get(WorkerFunction.class, Workers.class, "awaitFlag");
  }

  private static WorkerFunction setFlag() {
    return Function.get(WorkerFunction.class, Workers.class, "setFlag");
  }

  /** Waits until a word of the page has a value. */
  private void awaitWord(int place, int value) {
    for (int i = 0; shared.word(place) != value; i++) {
      Expect.that("the word at " + place + " to become " + value, i < MOST_LOOKS);
      SystemCalls.threadSleep(SHORT_NANOS);
    }
  }

  private void uncontendedMutex() {
    int handle = shared.mutex().handle();
    for (int i = 0; i < UNCONTENDED_ROUNDS; i++) {
      Mutex.lock(shared.address(), handle);
      Expect.that("a held mutex", !Mutex.tryLock(shared.address()));
      Mutex.unlock(shared.address(), handle);
    }
    Expect.equal("signals", 0, shared.mutex().await(0));
  }

  private void heldMutex() {
    int handle = shared.mutex().handle();
    Mutex.lock(shared.address(), handle);
    NativeWorker worker = start(setFlag(), shared.address());
    awaitWord(0, CONTENDED);
    Expect.equal("flag", 0, shared.word(Shared.FLAG));
    Expect.that("a worker that waits", !worker.isFinished());
    Mutex.unlock(shared.address(), handle);
    worker.join();
    Expect.equal("flag", 1, shared.word(Shared.FLAG));
  }

  private void mutexExcludes() {
    joinAll(startAll(count()));
    Expect.equal("count", WORKERS * Workers.ROUNDS, shared.word(Shared.COUNTER));
    Expect.that("a free mutex", Mutex.tryLock(shared.address()));
  }

  private void uncontendedSemaphore() {
    long semaphore = shared.address() + Shared.SEMAPHORE;
    int handle = shared.semaphore().handle();
    Semaphore.initialize(semaphore, 0);
    for (int i = 0; i < UNCONTENDED_ROUNDS; i++) {
      Semaphore.release(semaphore, handle);
      Expect.that("a permit", Semaphore.acquire(semaphore, handle, -1));
    }
    Expect.equal("signals", 0, shared.semaphore().await(0));
  }

  private void permits() {
    long semaphore = shared.address() + Shared.SEMAPHORE;
    int handle = shared.semaphore().handle();
    List<NativeWorker> takers = startAll(take());
    for (int i = 0; i < WORKERS * Workers.ROUNDS; i++) {
      Semaphore.release(semaphore, handle);
    }
    joinAll(takers);
    Expect.equal("permits taken", WORKERS * Workers.ROUNDS, shared.word(Shared.COUNTER));
    Expect.that("no permit left", !Semaphore.tryAcquire(semaphore));
  }

  private void semaphoreTimesOut() {
    long before = SystemCalls.clockNanos();
    boolean acquired =
        Semaphore.acquire(
            shared.address() + Shared.SEMAPHORE, shared.semaphore().handle(), SHORT_NANOS);
    Expect.that("no permit", !acquired);
    Expect.that("the time to have passed", SystemCalls.clockNanos() - before >= SHORT_NANOS);
  }

  private void uncontendedCondition() {
    int handle = shared.condition().handle();
    for (int i = 0; i < UNCONTENDED_ROUNDS; i++) {
      Condition.signal(shared.address() + Shared.CONDITION, handle);
      Condition.signalAll(shared.address() + Shared.CONDITION, handle);
    }
    Expect.equal("signals", 0, shared.condition().await(0));
  }

  private void conditionWakesAll() {
    long page = shared.address();
    int handle = shared.mutex().handle();
    List<NativeWorker> waiters = startAll(awaitFlag());
    awaitWord(Shared.CONDITION, WORKERS);
    Mutex.lock(page, handle);
    shared.setWord(Shared.FLAG, 1);
    Condition.signalAll(page + Shared.CONDITION, shared.condition().handle());
    Expect.equal("count while the mutex is held", 0, shared.word(Shared.COUNTER));
    Mutex.unlock(page, handle);
    joinAll(waiters);
    Expect.equal("count", WORKERS, shared.word(Shared.COUNTER));
  }

  private void conditionTimesOut() {
    long page = shared.address();
    int handle = shared.mutex().handle();
    Mutex.lock(page, handle);
    boolean woken =
        Condition.await(
            page + Shared.CONDITION, shared.condition().handle(), page, handle, SHORT_NANOS);
    Expect.that("nobody to signal", !woken);
    Expect.that("the mutex to be held again", !Mutex.tryLock(page));
    Expect.equal("waiters", 0, RawMemory.getInt(page + Shared.CONDITION));
    Mutex.unlock(page, handle);
  }

  private void queue() {
    MessageQueue queue = Partner.queue(shared);
    queue.initialize();
    for (int i = 0; i < Partner.CAPACITY; i++) {
      Expect.that("a free place", queue.send(new byte[] {(byte) i, 1}, 0));
    }
    Expect.that("a full queue", !queue.send(new byte[2], SHORT_NANOS));
    byte[] message = new byte[2];
    for (int i = 0; i < Partner.CAPACITY; i++) {
      Expect.that("a message", queue.receive(message, 0));
      Expect.equal("message", i, message[0]);
    }
    Expect.that("an empty queue", !queue.receive(message, SHORT_NANOS));
    Expect.equal("signals", 0, shared.mutex().await(0));
  }

  private void workersAreGivenBack() {
    // More than there are addresses, capabilities or pages for at one time.
    for (int i = 0; i < UNCONTENDED_ROUNDS; i++) {
      start(setFlag(), shared.address()).join();
    }
    Expect.equal("flag", 1, shared.word(Shared.FLAG));
  }

  private void highPriority() {
    try {
      NativeWorker.start(setFlag(), shared.address(), TOO_HIGH, STACK_BYTES);
    } catch (KernelException refused) {
      return;
    }
    throw new IllegalStateException("expected a refusal, got a worker");
  }
}
