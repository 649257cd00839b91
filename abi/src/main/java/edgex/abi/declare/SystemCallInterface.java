package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the interface that declares every system call. Its methods take at most six {@code int} or
 * {@code long} parameters and return {@code int} or {@code long}: 0 or more on success, a negative
 * error otherwise. From an interface {@code SystemCallTable} come {@code SystemCallNumbers} and the
 * page {@code reference/system-calls.md}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SystemCallInterface {
  /** Version of the whole table; grows with each incompatible change. */
  int version();

  /** The class whose {@code int} constants are the errors; a value has one name only. */
  Class<?> errors();

  /** The class whose {@code int} constants are the rights. */
  Class<?> rights();

  /** The error for a number that names no call: a constant of {@link #errors()}. */
  int unknownCall();

  /** The number of the first call; the others follow without gaps. */
  int firstNumber() default 0;
}
