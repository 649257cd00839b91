package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@code byte[]} lent to the service, which reads all of it. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface In {
  /** The most bytes that travel; at most 1,024. */
  int maximumBytes();
}
