package edgex.runtime.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.Trap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SyncTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 20_000;

  private final long address = RawMemory.allocate(4096);
  private final int notification = Trap.createNotification();

  @Test
  void mutexExcludes() throws InterruptedException {
    long counter = address + 64;
    run(
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            Mutex.lock(address, notification);
            RawMemory.putInt(counter, RawMemory.getInt(counter) + 1);
            Mutex.unlock(address, notification);
          }
        });
    assertEquals(THREADS * ROUNDS, RawMemory.getInt(counter));
    assertTrue(Mutex.tryLock(address));
    assertFalse(Mutex.tryLock(address));
  }

  @Test
  void uncontendedPathsMakeNoSystemCall() {
    long condition = address + 64;
    long semaphore = address + 128;
    int before = Trap.calls();
    Semaphore.initialize(semaphore, 0);
    for (int i = 0; i < 1000; i++) {
      Mutex.lock(address, notification);
      Condition.signalAll(condition, notification);
      Mutex.unlock(address, notification);
      Semaphore.release(semaphore, notification);
      assertTrue(Semaphore.acquire(semaphore, notification, -1));
    }
    assertEquals(before, Trap.calls());
  }

  @Test
  void semaphoreHandsOutEveryPermitOnce() throws InterruptedException {
    long taken = address + 64;
    Semaphore.initialize(address, 0);
    List<Thread> takers =
        start(
            () -> {
              for (int i = 0; i < ROUNDS; i++) {
                assertTrue(Semaphore.acquire(address, notification, -1));
                RawMemory.fetchAdd32(taken, 1);
              }
            });
    for (int i = 0; i < THREADS * ROUNDS; i++) {
      Semaphore.release(address, notification);
    }
    join(takers);
    assertEquals(THREADS * ROUNDS, RawMemory.getInt(taken));
    assertFalse(Semaphore.acquire(address, notification, 1000));
  }

  @Test
  void conditionWakesAllAndTimesOut() throws InterruptedException {
    long condition = address + 64;
    long ready = address + 128;
    int conditionNotification = Trap.createNotification();
    List<Thread> waiters =
        start(
            () -> {
              Mutex.lock(address, notification);
              while (RawMemory.getInt(ready) == 0) {
                Condition.await(condition, conditionNotification, address, notification, -1);
              }
              Mutex.unlock(address, notification);
            });
    Mutex.lock(address, notification);
    RawMemory.putInt(ready, 1);
    Condition.signalAll(condition, conditionNotification);
    Mutex.unlock(address, notification);
    join(waiters);
    Mutex.lock(address, notification);
    assertFalse(Condition.await(condition, conditionNotification, address, notification, 1000));
    assertEquals(0, RawMemory.getInt(condition));
    Mutex.unlock(address, notification);
  }

  @Test
  void queueDeliversEveryMessageOnce() throws InterruptedException {
    MessageQueue.Notifications notifications =
        new MessageQueue.Notifications(
            notification, Trap.createNotification(), Trap.createNotification());
    MessageQueue queue = new MessageQueue(address, 3, Integer.BYTES, notifications);
    queue.initialize();
    AtomicLong sum = new AtomicLong();
    List<Thread> senders = start(() -> sendAll(queue));
    List<Thread> receivers =
        start(
            () -> {
              byte[] message = new byte[Integer.BYTES];
              for (int i = 0; i < ROUNDS; i++) {
                assertTrue(queue.receive(message, -1));
                sum.addAndGet(ByteBuffer.wrap(message).getInt());
              }
            });
    join(senders);
    join(receivers);
    assertEquals((long) THREADS * ROUNDS * (ROUNDS - 1) / 2, sum.get());
    assertFalse(queue.receive(new byte[Integer.BYTES], 0));
  }

  private static void sendAll(MessageQueue queue) {
    for (int i = 0; i < ROUNDS; i++) {
      assertTrue(queue.send(ByteBuffer.allocate(Integer.BYTES).putInt(i).array(), -1));
    }
  }

  private static void run(Runnable work) throws InterruptedException {
    join(start(work));
  }

  private static List<Thread> start(Runnable work) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(work);
      thread.start();
      threads.add(thread);
    }
    return threads;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
