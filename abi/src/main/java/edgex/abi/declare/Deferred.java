package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Operation} that a server may answer later, such as a read that waits for input.
 *
 * <p>The handler's method gets, after the badge, the token of the reply ({@code long reply}), then
 * the request's parameters (an {@link Out} buffer as its size in bytes), then the message, and
 * returns {@code Answer.NOW} after it filled the message with the service's {@code Replies} class,
 * or {@code Answer.LATER} when it keeps the token and answers some other time.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Deferred {}
