package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One operation of a {@link Service}. Parameters: {@code int}, {@code long}, {@link Capability}
 * {@code int}, {@link Text} {@code String}, {@link In} and {@link Out} {@code byte[]}. Result: one
 * of {@code void}, {@code int}, {@code long}, {@link Capability} {@code int}, {@link Text} {@code
 * String}, {@link Bytes} {@code byte[]}, or a record of these.
 *
 * <p>Request and reply each fit in 8 words, 1,024 bytes and 4 capabilities: a number takes a word,
 * a text or byte array takes a word for its length and its bytes.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Operation {
  /** The label of the request, from 1; never given to another operation later. */
  int number();

  /** Whether a client may simply repeat it after the service restarted. */
  boolean idempotent() default false;
}
