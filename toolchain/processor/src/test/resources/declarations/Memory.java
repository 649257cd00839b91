package sample.layout;

/** What accessors call. */
public final class Memory {
  private Memory() {}

  public static native byte read8(long address);

  public static native short read16(long address);

  public static native int read32(long address);

  public static native long read64(long address);

  public static native void write8(long address, byte value);

  public static native void write16(long address, short value);

  public static native void write32(long address, int value);

  public static native void write64(long address, long value);
}
