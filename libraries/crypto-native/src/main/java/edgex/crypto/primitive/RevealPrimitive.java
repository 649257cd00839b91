package edgex.crypto.primitive;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** Revealed values; the class of this name in libraries/crypto says what each method does. */
public final class RevealPrimitive {
  private RevealPrimitive() {}

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static boolean answer(boolean answer) {
    return revealed(answer ? 1 : 0) != 0;
  }

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static int number(int number) {
    return revealed(number);
  }

  @Import(name = "edgex_crypto_revealed")
  @Include("reveal.h")
  @Unmanaged
  private static native int revealed(int number);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void bytes(byte[] bytes, int offset, int length) {
    reveal(Elements.at(bytes, offset), length);
  }

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void numbers(int[] numbers, int at, int count) {
    reveal(Elements.at(numbers, at), count * 4);
  }

  @Import(name = "edgex_crypto_reveal")
  @Include("reveal.h")
  @Unmanaged
  private static native void reveal(Address memory, int bytes);
}
