package edgex.runtime.system;

import edgex.abi.SystemCallTable;
import edgex.abi.declare.GenerateSystemCallStubs;
import edgex.runtime.machine.Trap;

/** Asks for {@code SystemCalls}, the stubs of the slow calls. */
@GenerateSystemCallStubs(table = SystemCallTable.class, trap = Trap.class)
final class SystemCallGeneration {
  private SystemCallGeneration() {}
}
