package edgex.tests.userland;

import edgex.runtime.sync.Condition;
import edgex.runtime.sync.MessageQueue;
import edgex.runtime.sync.Mutex;
import edgex.runtime.sync.Semaphore;

/** What the other process of a case does. */
final class Partner {
  static final String COUNT = "count";
  static final String RELEASE = "release";
  static final String SET_FLAG = "set-flag";
  static final String SEND = "send";

  /** Of the queue. */
  static final int CAPACITY = 4;

  /** Bytes of the queue's messages. */
  static final int MESSAGE_BYTES = 2;

  /** How many permits are released, or messages sent. */
  static final int ROUNDS = 2000;

  private Partner() {}

  static void run(String role) {
    Shared shared = Shared.granted();
    switch (role) {
      case COUNT -> count(shared, Workers.ROUNDS);
      case RELEASE -> release(shared);
      case SET_FLAG -> setFlag(shared);
      case SEND -> send(shared);
      default -> throw new IllegalArgumentException(role);
    }
  }

  /** The queue in the shared page. */
  static MessageQueue queue(Shared shared) {
    return new MessageQueue(
        shared.address() + Shared.QUEUE,
        CAPACITY,
        MESSAGE_BYTES,
        new MessageQueue.Notifications(
            shared.mutex().handle(), shared.semaphore().handle(), shared.condition().handle()));
  }

  static void count(Shared shared, int rounds) {
    for (int i = 0; i < rounds; i++) {
      Mutex.lock(shared.address(), shared.mutex().handle());
      shared.setWord(Shared.COUNTER, shared.word(Shared.COUNTER) + 1);
      Mutex.unlock(shared.address(), shared.mutex().handle());
    }
  }

  private static void release(Shared shared) {
    for (int i = 0; i < ROUNDS; i++) {
      Semaphore.release(shared.address() + Shared.SEMAPHORE, shared.semaphore().handle());
    }
  }

  private static void setFlag(Shared shared) {
    Mutex.lock(shared.address(), shared.mutex().handle());
    shared.setWord(Shared.FLAG, 1);
    Condition.signal(shared.address() + Shared.CONDITION, shared.condition().handle());
    Mutex.unlock(shared.address(), shared.mutex().handle());
  }

  private static void send(Shared shared) {
    MessageQueue queue = queue(shared);
    for (int i = 0; i < ROUNDS; i++) {
      queue.send(new byte[] {(byte) i, (byte) (i >> Byte.SIZE)}, -1);
    }
  }
}
