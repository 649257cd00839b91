package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One error of an operation, with its reason. The errors of every service need no mention. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Raises.List.class)
public @interface Raises {
  /** A constant of the service's errors class. */
  int code();

  /** When it is raised, as the rest of the sentence "fails when ...". */
  String when();

  /** Holds several {@link Raises}; written by the compiler. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The errors, in the order of the declaration. */
    Raises[] value();
  }
}
