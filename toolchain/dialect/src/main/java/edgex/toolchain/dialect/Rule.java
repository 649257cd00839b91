package edgex.toolchain.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules of the kernel dialect, each with what to do instead. */
public enum Rule {
  /** Nothing is allocated after boot. */
  ALLOCATION("take the object from a pool, or mark the method @BootOnly"),
  /** What runs after boot does not call what runs at boot. */
  BOOT_CALL("only a @BootOnly method may call one"),
  /** No exceptions: unmanaged code has no handlers. */
  EXCEPTION("return an error from edgex.abi.Errors, or panic"),
  /** No lambdas, method references or string concatenation. */
  INVOKE_DYNAMIC("write a loop or a method; print the parts one by one"),
  /** Enums are managed objects. */
  ENUM("use int constants"),
  /** Records are managed objects. */
  RECORD("use a final class with fields"),
  /** No generics, so that proof tools can read the kernel. */
  GENERICS("name the type"),
  /** No local type inference, for the same reason; class files do not show it, sources do. */
  VAR("name the type"),
  /** No monitors. */
  MONITOR("the kernel lock is held already"),
  /** The compiler ignores volatile. */
  VOLATILE("use loadAcquire and storeRelease of the arch module"),
  /** No boxes. */
  BOXING("keep the primitive"),
  /** No switch over strings. */
  STRING_SWITCH("switch over an int"),
  /** Only Object, string literals and the few methods that become plain C, of the library. */
  LIBRARY("write it with primitives, or move it out of the kernel"),
  /** A division by zero is a CPU trap. */
  DIVISION("divide by a constant, or check the divisor and say so in a @DialectException"),
  /** Shift counts are not masked in C. */
  SHIFT("mask the count: & 31 for int, & 63 for long"),
  /** The kernel never touches floating-point registers. */
  FLOATING_POINT("count in integers"),
  /** Calls have one target. */
  DISPATCH("make the class final, or the method static"),
  /** Without it every static method starts with a class-init call. */
  STATIC_INIT("annotate the class, nested classes too, with @StaticInit"),
  /** Managed code keeps a shadow stack. */
  UNMANAGED("annotate the method or its class with @Unmanaged"),
  /** Casts are checked by runtime code. */
  CHECKCAST("store the type that is needed"),
  /** The kernel's stack is bounded. */
  RECURSION("write a loop with a bound"),
  /** An export that nothing reaches from the kernel's main method vanishes silently. */
  EXPORT("call it from code that is never taken, but that main reaches"),
  /** An annotation of the dialect that says nothing or allows nothing. */
  ANNOTATION("give an existing rule and a reason, or remove it");

  private final String hint;

  Rule(String hint) {
    this.hint = hint;
  }

  /** The name in reports and in {@code @DialectException}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What to do instead. */
  public String hint() {
    return hint;
  }

  static Optional<Rule> ofId(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }
}
