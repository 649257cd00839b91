package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the user side of a system-call table beside the annotated class: for {@code
 * SystemCallTable} a final class {@code SystemCalls} with one static method a call.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface GenerateSystemCallStubs {
  /** The {@link SystemCallInterface}. */
  Class<?> table();

  /**
   * A class with {@code static long call0(int number)}, {@code call1(int number, long a0)} up to
   * {@code call6}: it traps into the kernel and returns the result register.
   */
  Class<?> trap();

  /** Whether the stubs may be called from unmanaged code: marks them for TeaVM. */
  boolean unmanaged() default true;
}
