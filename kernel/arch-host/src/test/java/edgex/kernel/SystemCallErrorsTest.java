package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.Errors;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.object.PoolSizes;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error that a system call is declared to have happens, and when it does nothing else. */
class SystemCallErrorsTest {
  /**
   * Declared for a process that is being destroyed, and never answered: no capability leads to such
   * a process any more, so the handle is refused first.
   */
  private static final Set<String> REFUSED_BY_HANDLE =
      Set.of(
          ErrorCase.key(SystemCallNumbers.CAPABILITY_GRANT, Errors.WRONG_STATE),
          ErrorCase.key(SystemCallNumbers.PROCESS_CREATE, Errors.WRONG_STATE),
          ErrorCase.key(SystemCallNumbers.MEMORY_CREATE, Errors.WRONG_STATE),
          ErrorCase.key(SystemCallNumbers.MEMORY_MAP, Errors.WRONG_STATE));

  static Stream<ErrorCase> cases() {
    return Stream.of(
            CapabilityErrorCases.all(),
            CreationErrorCases.all(),
            ProcessErrorCases.processes(),
            ProcessErrorCases.threadCreation(),
            ProcessErrorCases.threads(),
            MemoryErrorCases.mapping(),
            MemoryErrorCases.others(),
            MachineErrorCases.devices(),
            MachineErrorCases.system())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void declaredErrorHappens(ErrorCase tried) {
    PoolSizes sizes = PoolSizes.forMemory(TestMachine.RAM_BYTES);
    // Fewer than there are lines, or the pool would never be empty.
    sizes.interrupts = 4;
    sizes.mappings = 96;
    sizes.capabilities = 800;
    TestMachine machine = new TestMachine(sizes, "verbose");
    assertEquals(tried.error(), tried.attempt().result(machine, tried.call()));
    Invariants.check();
  }

  @Test
  void everyDeclaredErrorHasACase() throws IOException {
    Set<String> declared = DeclaredErrors.keys();
    assertTrue(declared.size() > 80, "only " + declared.size() + " errors found");
    Set<String> covered =
        cases().map(ErrorCase::key).collect(Collectors.toCollection(TreeSet::new));
    covered.addAll(REFUSED_BY_HANDLE);
    assertEquals(declared, covered);
  }
}
