package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One system call: a method of a {@link SystemCallInterface}. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SystemCall {
  /** The number in the system-call register; never given to another call later. */
  int number();

  /** Whether doing it twice leaves the same state as doing it once. */
  boolean idempotent() default false;
}
