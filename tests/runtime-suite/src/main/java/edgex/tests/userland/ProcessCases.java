package edgex.tests.userland;

import edgex.runtime.program.LoadedProcess;
import edgex.runtime.program.ProgramFormatException;
import edgex.runtime.sync.Condition;
import edgex.runtime.sync.MessageQueue;
import edgex.runtime.sync.Mutex;
import edgex.runtime.sync.Semaphore;
import edgex.runtime.system.SystemCalls;
import java.io.IOException;

/** This process and another one over shared memory. */
final class ProcessCases {
  private static final long NAP_NANOS = 1_000_000;
  private static final int MOST_NAPS = 100_000;

  private ProcessCases() {}

  static void runAll(RuntimeSuite suite) {
    suite.run("mutex: processes exclude each other", ProcessCases::mutex);
    suite.run("semaphore: permits of another process", ProcessCases::semaphore);
    suite.run("condition: signalled by another process", ProcessCases::condition);
    suite.run("queue: from one process to another, in order", ProcessCases::queue);
  }

  private static void mutex() throws IOException, ProgramFormatException {
    Shared shared = Shared.create();
    LoadedProcess other = shared.start(Partner.COUNT);
    Partner.count(shared, Workers.ROUNDS);
    for (int i = 0; shared.word(Shared.COUNTER) < 2 * Workers.ROUNDS; i++) {
      Expect.that("the other process to count", i < MOST_NAPS);
      SystemCalls.threadSleep(NAP_NANOS);
    }
    other.destroy();
    Expect.equal("count", 2L * Workers.ROUNDS, shared.word(Shared.COUNTER));
    shared.delete();
  }

  private static void semaphore() throws IOException, ProgramFormatException {
    Shared shared = Shared.create();
    LoadedProcess other = shared.start(Partner.RELEASE);
    for (int i = 0; i < Partner.ROUNDS; i++) {
      boolean acquired =
          Semaphore.acquire(shared.address() + Shared.SEMAPHORE, shared.semaphore().handle(), -1);
      Expect.that("a permit", acquired);
    }
    other.destroy();
    Expect.that("no permit left", !Semaphore.tryAcquire(shared.address() + Shared.SEMAPHORE));
    shared.delete();
  }

  private static void condition() throws IOException, ProgramFormatException {
    Shared shared = Shared.create();
    long page = shared.address();
    int handle = shared.mutex().handle();
    Mutex.lock(page, handle);
    LoadedProcess other = shared.start(Partner.SET_FLAG);
    while (shared.word(Shared.FLAG) == 0) {
      Condition.await(page + Shared.CONDITION, shared.condition().handle(), page, handle, -1);
    }
    Mutex.unlock(page, handle);
    other.destroy();
    shared.delete();
  }

  private static void queue() throws IOException, ProgramFormatException {
    Shared shared = Shared.create();
    MessageQueue queue = Partner.queue(shared);
    queue.initialize();
    LoadedProcess other = shared.start(Partner.SEND);
    byte[] message = new byte[Partner.MESSAGE_BYTES];
    for (int i = 0; i < Partner.ROUNDS; i++) {
      Expect.that("a message", queue.receive(message, -1));
      int number = (message[0] & 0xff) | (message[1] & 0xff) << Byte.SIZE;
      Expect.equal("message", i, number);
    }
    other.destroy();
    shared.delete();
  }
}
