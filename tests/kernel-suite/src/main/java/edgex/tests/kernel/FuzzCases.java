package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.SystemCallNumbers;
import edgex.runtime.system.SystemCalls;

/** Random system calls out of a small process: the kernel and the suite survive them. */
final class FuzzCases {
  private static final int CALLS_PER_CASE = 5_000;

  private FuzzCases() {}

  static void addTo(CaseList cases, Options options) {
    int rounds = (options.fuzzCalls() + CALLS_PER_CASE - 1) / CALLS_PER_CASE;
    for (int round = 0; round < rounds; round++) {
      long seed = options.seed() + round;
      int calls = Math.min(CALLS_PER_CASE, options.fuzzCalls() - round * CALLS_PER_CASE);
      cases.add(
          "fuzz: " + calls + " random calls from seed " + seed, scope -> run(scope, seed, calls));
    }
  }

  private static void run(Scope scope, long seed, int calls) {
    new Fuzzer(scope, seed).run(calls);
    // Whoever was disturbed would show it here.
    Expect.equal("result", 0, SystemCalls.nullCall());
    int endpoint = scope.endpoint();
    scope.message().prepare(endpoint, 0, 0);
    Expect.error(Errors.TIMED_OUT, scope.message().call(MessageCalls.CALL));
    Expect.equal("result", 0, scope.robot().call(SystemCallNumbers.NULL_CALL));
  }
}
