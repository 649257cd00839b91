package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A system-call parameter that names a capability of the caller. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Handle {
  /** The kind of kernel object, in lower case: {@code "memory"}, {@code "thread"}. */
  String type();

  /** The rights that the capability must hold: bits of the table's rights class. */
  int rights() default 0;
}
