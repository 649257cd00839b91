package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One field of a {@link Layout}, or an array of fields. The method returns {@code int} for widths 1
 * and 2 (zero-extended) and 4, {@code long} for 4 (zero-extended) and 8, and {@code void} for a
 * nested layout or bytes of any other width, of which only the address is generated.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Field {
  /** Bytes from the start of the layout. */
  int offset();

  /** Bytes of one element. */
  int width();

  /** What the number counts. */
  String units() default "";

  /** Elements, if it is an array. */
  int count() default 1;

  /** Bytes from one element to the next; 0: the width. */
  int stride() default 0;
}
