package edgex.runtime.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.Errors;
import edgex.abi.SystemCallNumbers;
import edgex.runtime.KernelException;
import edgex.runtime.machine.StartData;
import edgex.runtime.machine.Trap;
import edgex.runtime.program.ProgramFormatException;
import edgex.runtime.program.TestProcess;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker takes of addresses and capabilities, and that it gives all of it back. */
class NativeWorkerTest {
  private static final long PAGE = 4096;
  private static final int STACK_BYTES = 4 * (int) PAGE;

  /** Counts what exists; one call can be made to fail. */
  private static final class CountingKernel implements Trap.Kernel {
    final Set<Long> handles = new HashSet<>();
    final Map<Long, Long> mappings = new HashMap<>();
    final Map<Long, Long> memorySizes = new HashMap<>();
    int failing;
    private long nextHandle = 100;

    @Override
    public long call(int number, long... arguments) {
      if (number == failing) {
        return Errors.QUOTA_EXCEEDED;
      }
      switch (number) {
        case SystemCallNumbers.MEMORY_CREATE -> memorySizes.put(nextHandle, arguments[1]);
        case SystemCallNumbers.MEMORY_SIZE -> {
          return memorySizes.get(arguments[0]);
        }
        case SystemCallNumbers.MEMORY_MAP -> {
          mappings.put(arguments[2], arguments[4]);
          return 0;
        }
        case SystemCallNumbers.MEMORY_UNMAP -> {
          return mappings.remove(arguments[1], arguments[2]) ? 0 : Errors.NOT_MAPPED;
        }
        case SystemCallNumbers.CAPABILITY_DELETE -> {
          return handles.remove(arguments[0]) ? 0 : Errors.INVALID_HANDLE;
        }
        case SystemCallNumbers.THREAD_CREATE -> mappings.put(arguments[2], PAGE);
        case SystemCallNumbers.CAPABILITY_DESTROY -> {
          // The thread's message page goes with it.
          mappings.values().removeIf(size -> size == PAGE);
          return 0;
        }
        case SystemCallNumbers.THREAD_START -> {
          return 0;
        }
        case SystemCallNumbers.NOTIFICATION_CREATE -> {}
        default -> {
          return Errors.UNKNOWN_CALL;
        }
      }
      handles.add(nextHandle);
      return nextHandle++;
    }
  }

  private final CountingKernel kernel = new CountingKernel();

  @BeforeEach
  void install() throws ProgramFormatException {
    TestProcess.start();
    Trap.setKernel(kernel);
  }

  @AfterEach
  void remove() {
    Trap.setKernel(null);
  }

  @Test
  void stackAndMessagePageLieBetweenUnmappedPages() {
    Map<Long, Long> before = StartData.reserved();
    NativeWorker worker = NativeWorker.start(null, 0, 5, STACK_BYTES);
    assertTrue(kernel.handles.contains((long) worker.thread()));
    Map<Long, Long> taken = StartData.reserved();
    taken.keySet().removeAll(before.keySet());
    assertEquals(2, kernel.mappings.size());
    assertTrue(kernel.mappings.containsValue((long) STACK_BYTES));
    kernel.mappings.forEach(
        (address, size) -> {
          assertTrue(isReserved(taken, address - PAGE), "below " + address);
          assertTrue(isReserved(taken, address + size), "above " + address);
          assertFalse(kernel.mappings.containsKey(address - PAGE));
          assertFalse(kernel.mappings.containsKey(address + size));
        });
  }

  private static boolean isReserved(Map<Long, Long> ranges, long page) {
    return ranges.entrySet().stream()
        .anyMatch(e -> page >= e.getKey() && page + PAGE <= e.getKey() + e.getValue());
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        SystemCallNumbers.MEMORY_CREATE,
        SystemCallNumbers.MEMORY_MAP,
        SystemCallNumbers.NOTIFICATION_CREATE,
        SystemCallNumbers.THREAD_CREATE,
        SystemCallNumbers.THREAD_START
      })
  void nothingIsLeftWhenTheStartFails(int failing) {
    Map<Long, Long> before = StartData.reserved();
    kernel.failing = failing;
    assertThrows(KernelException.class, () -> NativeWorker.start(null, 0, 5, STACK_BYTES));
    assertEquals(Set.of(), kernel.handles);
    assertEquals(Map.of(), kernel.mappings);
    assertEquals(before, StartData.reserved());
  }
}
