package edgex.kernel;

import static edgex.kernel.ErrorCase.arguments;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.object.Pools;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What all calls that make an object for their caller have in common: quota, pool, and a payer that
 * is going.
 */
final class CreationErrorCases {
  private CreationErrorCases() {}

  static List<ErrorCase> all() {
    List<ErrorCase> cases = new ArrayList<>();
    add(cases, SystemCallNumbers.ENDPOINT_CREATE, machine -> arguments());
    add(cases, SystemCallNumbers.NOTIFICATION_CREATE, machine -> arguments());
    add(cases, SystemCallNumbers.REPLY_CREATE, machine -> arguments());
    add(
        cases,
        SystemCallNumbers.MEMORY_SLICE,
        machine -> arguments(machine.image, 0, TestMachine.PAGE));
    add(cases, SystemCallNumbers.DEVICE_SLICE, machine -> arguments(machine.ports, 0, 1));
    add(
        cases,
        SystemCallNumbers.INTERRUPT_CREATE,
        machine -> arguments(machine.interrupts, freeLine()));
    return cases;
  }

  private static void add(List<ErrorCase> cases, int call, Function<TestMachine, long[]> good) {
    cases.add(
        ErrorCase.of(
            call,
            Errors.QUOTA_EXCEEDED,
            machine -> {
              long[] arguments = good.apply(machine);
              Scene.enterWithoutObjects(machine);
              return arguments;
            }));
    cases.add(ErrorCase.repeated(call, Errors.POOL_EMPTY, good));
    cases.add(
        ErrorCase.of(
            call,
            Errors.WRONG_STATE,
            machine -> {
              long[] arguments = good.apply(machine);
              Scene.enterDoomed(machine);
              return arguments;
            }));
  }

  /** A line that has no object yet. */
  private static int freeLine() {
    return Pools.of(ObjectType.INTERRUPT).used();
  }
}
