package edgex.kernel;

import java.util.function.Function;

/**
 * One way to get one declared error out of one system call.
 *
 * @param call number of the call
 * @param error what it must answer
 * @param attempt prepares a fresh machine, makes the call and returns its result
 */
record ErrorCase(int call, int error, Attempt attempt) {
  /** Makes a call on a machine that it has prepared. */
  interface Attempt {
    long result(TestMachine machine, int call);
  }

  /** The ordinary case: the current thread makes the call with these arguments. */
  static ErrorCase of(int call, int error, Function<TestMachine, long[]> arguments) {
    return new ErrorCase(
        call, error, (machine, number) -> machine.call(number, arguments.apply(machine)));
  }

  /** The call is made with the same arguments until it fails: until something is used up. */
  static ErrorCase repeated(int call, int error, Function<TestMachine, long[]> arguments) {
    return new ErrorCase(
        call,
        error,
        (machine, number) -> {
          long result = 0;
          while (result >= 0) {
            result = machine.call(number, arguments.apply(machine));
          }
          return result;
        });
  }

  static long[] arguments(long... values) {
    return values;
  }

  /** What the completeness check compares. */
  String key() {
    return key(call, error);
  }

  static String key(int call, int error) {
    return "call " + call + " error " + error;
  }

  @Override
  public String toString() {
    return key();
  }
}
