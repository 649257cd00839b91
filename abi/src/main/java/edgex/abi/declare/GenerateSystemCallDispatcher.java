package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the kernel side of a system-call table beside the annotated class: for {@code
 * SystemCallTable} a final class {@code SystemCallDispatcher} in the kernel dialect, with {@code
 * static long dispatch(Context caller, int number)}, which reads the arguments that a call has from
 * its caller, and no others.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface GenerateSystemCallDispatcher {
  /** The {@link SystemCallInterface}. */
  Class<?> table();

  /**
   * Classes with static methods named as the calls. Exactly one of them has each call: its
   * parameters are the caller and those of the declaration, its result that of the declaration.
   */
  Class<?>[] handlers();

  /**
   * The type of the caller, the first argument of {@code dispatch} and of each handler; {@code long
   * argument0()} to {@code argument5()} are what it called with.
   */
  Class<?> context();
}
