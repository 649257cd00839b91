package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Some bits of a {@link Field} of the same {@link Layout}. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Bits {
  /** The field's method name; it is not an array. */
  String of();

  /** The lowest bit. */
  int shift();

  /** How many bits. */
  int width();
}
