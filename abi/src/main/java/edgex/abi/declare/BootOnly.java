package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Kernel code that runs only while the kernel boots, when it may still allocate. Code without this
 * mark may not call it.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface BootOnly {
  /** Why it belongs to the boot. */
  String reason();
}
