package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One error of a system call, with its reason. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Fails.List.class)
public @interface Fails {
  /** The negative error: a constant of the table's errors class. */
  int error();

  /** When it is returned, as the rest of the sentence "fails when ...". */
  String when();

  /** Holds several {@link Fails}; written by the compiler. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface List {
    /** The errors, in the order of the declaration. */
    Fails[] value();
  }
}
