package sample.kernel;

/** Who calls. */
public final class Caller {
  long argument0() {
    return 0;
  }

  long argument1() {
    return 1;
  }

  long argument2() {
    return 2;
  }

  long argument3() {
    return 3;
  }
}
