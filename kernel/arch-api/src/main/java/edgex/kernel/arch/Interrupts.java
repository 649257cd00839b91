package edgex.kernel.arch;

/**
 * The interrupt controller. Lines are numbered as the machine numbers them (global system
 * interrupts on x86, SPI/PPI numbers on ARM, PLIC sources on RISC-V).
 */
public final class Interrupts {
  private Interrupts() {}

  /** Lines that can be bound: 0 to this, exclusive. */
  public static native int lineCount();

  /** Lets a line interrupt (again). */
  public static native void unmask(int line);

  /** Stops a line; the entry code has masked a line already when it reports it. */
  public static native void mask(int line);
}
