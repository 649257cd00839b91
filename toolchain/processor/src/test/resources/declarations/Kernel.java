package sample.kernel;

import edgex.abi.declare.GenerateSystemCallDispatcher;

@GenerateSystemCallDispatcher(
    table = sample.abi.SystemCallTable.class,
    handlers = {Kernel.class, MemoryCalls.class},
    context = Caller.class)
public final class Kernel {
  private Kernel() {}

  static int nothing(Caller caller) {
    return 0;
  }
}
