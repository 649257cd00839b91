package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.Errors;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.object.Capabilities;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revocation and deletion of large derivation trees, in many interrupted pieces. */
class RevocationTest {
  private static final int DEPTH = 200;

  private final TestMachine machine = new TestMachine();
  private final int endpoint = machine.endpoint();

  @Test
  void deepTreeIsRevokedInResumedPieces() {
    int before = Capabilities.used();
    List<Integer> chain = chain(endpoint);
    // Every tenth node gets leaves of its own.
    for (int i = 0; i < DEPTH; i += 10) {
      chain.add(machine.derive(chain.get(i), Rights.SEND));
      chain.add(machine.derive(chain.get(i), Rights.SEND));
    }
    int pieces = revokeInterrupted(endpoint);
    assertTrue(pieces > DEPTH / 10, "only " + pieces + " pieces");
    assertEquals(before, Capabilities.used());
    for (int handle : chain) {
      assertEquals(
          Errors.INVALID_HANDLE, machine.call(SystemCallNumbers.CAPABILITY_INSPECT, handle));
    }
    machine.good(SystemCallNumbers.CAPABILITY_INSPECT, endpoint);
  }

  @Test
  void anotherThreadMayDeriveWhileARevocationIsInterrupted() {
    chain(endpoint);
    machine.setPriority(machine.thread, 60);
    HostMachine.setRestarting(false);
    HostMachine.interruptAfter(1);
    machine.call(SystemCallNumbers.CAPABILITY_REVOKE, endpoint);
    int late = machine.derive(endpoint, Rights.SEND);
    HostMachine.interruptAfter(-1);
    HostMachine.setRestarting(true);
    machine.good(SystemCallNumbers.CAPABILITY_REVOKE, endpoint);
    assertEquals(Errors.INVALID_HANDLE, machine.call(SystemCallNumbers.CAPABILITY_INSPECT, late));
  }

  @Test
  void deletedNodeHandsItsChildrenToItsParentInPieces() {
    int middle = machine.derive(endpoint, Rights.ALL);
    List<Integer> children = new ArrayList<>();
    for (int i = 0; i < DEPTH; i++) {
      children.add(machine.derive(middle, Rights.SEND));
    }
    HostMachine.interruptAfter(1);
    machine.good(SystemCallNumbers.CAPABILITY_DELETE, middle);
    HostMachine.interruptAfter(-1);
    for (int child : children) {
      machine.good(SystemCallNumbers.CAPABILITY_INSPECT, child);
    }
    machine.good(SystemCallNumbers.CAPABILITY_REVOKE, endpoint);
    assertEquals(
        Errors.INVALID_HANDLE, machine.call(SystemCallNumbers.CAPABILITY_INSPECT, children.get(0)));
  }

  private List<Integer> chain(int first) {
    List<Integer> chain = new ArrayList<>();
    int last = first;
    for (int i = 0; i < DEPTH; i++) {
      last = machine.derive(last, Rights.ALL);
      chain.add(last);
    }
    return chain;
  }

  /** Revokes with an interrupt at every third poll; the result is how often the call was made. */
  private int revokeInterrupted(int handle) {
    HostMachine.setRestarting(false);
    Context context = TestMachine.current();
    long before = context.instructionPointer();
    int pieces = 0;
    boolean interrupted = true;
    while (interrupted) {
      HostMachine.interruptAfter(3);
      machine.call(SystemCallNumbers.CAPABILITY_REVOKE, handle);
      interrupted = context.instructionPointer() == before;
      pieces++;
    }
    HostMachine.interruptAfter(-1);
    HostMachine.setRestarting(true);
    return pieces;
  }
}
