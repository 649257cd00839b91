package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code byte[]} lent to the service, which fills it from index 0 and returns, as the {@code int}
 * result, how many bytes it filled. One such buffer an operation. Of a buffer longer than the
 * maximum only the first {@code maximumBytes} are lent.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Out {
  /** The most bytes that travel; at most 1,024. */
  int maximumBytes();
}
