package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@code long} system-call parameter that is the address of a buffer in the caller's memory. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface UserBuffer {
  /** Whether the kernel reads or writes the buffer. */
  Direction direction();

  /** The largest length that the call accepts. */
  int maximumBytes();

  /** The parameter that holds the length in bytes; none: always {@link #maximumBytes()}. */
  String lengthParameter() default "";
}
