package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the interface of a service. Every method is an {@link Operation} and {@code throws
 * edgex.abi.ipc.ServiceException}. From {@code Files} come, beside it:
 *
 * <ul>
 *   <li>{@code FilesOperations}: the operation numbers, which are the labels of requests;
 *   <li>{@code FilesClient implements Files}: over a {@code Channel};
 *   <li>{@code FilesHandler}: what a server implements. Every method gets the caller's badge first;
 *   <li>{@code FilesDispatcher}: decodes a request, calls the handler, encodes the reply;
 *   <li>{@code FilesReplies}: encodes the answers of {@link Deferred} operations;
 *   <li>the page {@code reference/service-NAME.md}.
 * </ul>
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Service {
  /** The name in the image manifest, in lower case with dashes. */
  String name();

  /** Grows with each incompatible change. */
  int version();

  /** The class whose {@code int} constants from 16 up are the service's own errors. */
  Class<?> errors() default void.class;
}
