package edgex.abi.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a memory layout that others fixed: a page-table entry, a queue of a device, a block on
 * disk. The interface's methods stand for its fields, each with {@link Field}, or for parts of
 * them, with {@link Bits}; their result type is the field's Java type. From {@code ElfHeaderLayout}
 * comes the final class {@code ElfHeader} with static accessors over an address.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Layout {
  /** Bytes of the whole. */
  int size();

  /**
   * A class with {@code static} methods {@code byte read8(long address)}, {@code short read16},
   * {@code int read32}, {@code long read64}, and {@code write8(long address, byte value)} up to
   * {@code write64}.
   */
  Class<?> memory();

  /** The order of the bytes in memory; the machine's own is little-endian. */
  Endianness endianness() default Endianness.LITTLE;

  /** Whether the accessors are marked for unmanaged code, as the kernel needs. */
  boolean unmanaged() default true;
}
