package edgex.kernel.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import edgex.kernel.arch.Cpu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lock and the requests behind it, by threads of the JVM that run at the same time. */
class KernelLockTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 2_000;

  /** Written by its holder only; not atomic on purpose. */
  private int counter;

  @Test
  void onlyOneHoldsIt() throws InterruptedException {
    KernelLock.create(THREADS);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      boolean calls = i % 2 == 0;
      threads.add(new Thread(() -> countUp(calls)));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(THREADS * ROUNDS, counter);
  }

  private void countUp(boolean calls) {
    for (int i = 0; i < ROUNDS; i++) {
      if (calls) {
        KernelLock.acquireForCall();
      } else {
        KernelLock.acquire();
      }
      counter++;
      KernelLock.release();
    }
  }

  @Test
  void cpuThatWaitsServesTheHolderAndTellsWhyItWaits() throws InterruptedException {
    for (boolean calls : new boolean[] {true, false}) {
      KernelLock.create(2);
      Cpu.takeEvents();
      KernelLock.acquire();
      Thread other = new Thread(() -> enterAsSecond(calls));
      other.start();
      CpuRequests.post(1, CpuRequests.TAKE);
      assertEquals(calls, CpuRequests.await(1));
      // A CPU that waits may see the request before it is woken.
      assertEquals(
          Set.of("wake 1", "CPU 1 performs " + CpuRequests.TAKE), Set.copyOf(Cpu.takeEvents()));
      KernelLock.release();
      other.join();
    }
  }

  private static void enterAsSecond(boolean calls) {
    Cpu.become(1);
    if (calls) {
      KernelLock.acquireForCall();
    } else {
      KernelLock.acquire();
    }
    KernelLock.release();
  }

  @Test
  void oneCpuNeedsNone() {
    KernelLock.create(1);
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          KernelLock.acquire();
          KernelLock.acquireForCall();
          KernelLock.release();
        });
  }
}
