package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Allows one break of a rule of the kernel dialect; one that allows nothing is itself an error. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
@Repeatable(DialectException.List.class)
public @interface DialectException {
  /** The rule's name as the checker prints it, for instance {@code "division"}. */
  String rule();

  /** Why it is safe here. */
  String reason();

  /** Holds several {@link DialectException}; written by the compiler. */
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
  @interface List {
    /** The exceptions, in the order of the declaration. */
    DialectException[] value();
  }
}
