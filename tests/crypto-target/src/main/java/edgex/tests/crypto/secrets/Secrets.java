package edgex.tests.crypto.secrets;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** Marks of secrets for valgrind's memcheck. */
final class Secrets {
  private Secrets() {}

  /** A secret of a length, which is the same in every run. */
  static byte[] make(int length) {
    byte[] secret = new byte[length];
    Pattern.fill(secret, 0, length);
    mark(secret, 0, length);
    return secret;
  }

  /** From here on a range is secret. */
  @Unmanaged
  static void mark(byte[] bytes, int offset, int length) {
    mark(Address.ofData(bytes).add(offset), length);
  }

  @Import(name = "edgex_secret_mark")
  @Include("secret-marks.h")
  @Unmanaged
  private static native void mark(Address memory, int bytes);

  /**
   * The output of an operation becomes public. It must have been tracked as a secret until here,
   * else nothing was shown about the operation.
   */
  static void publish(byte[] output) {
    if (marked(output) == 0) {
      throw new IllegalStateException("an output that does not depend on the secret");
    }
    forget(output);
  }

  @Unmanaged
  private static int marked(byte[] bytes) {
    return marked(Address.ofData(bytes), bytes.length);
  }

  @Import(name = "edgex_secret_marked")
  @Include("secret-marks.h")
  @Unmanaged
  private static native int marked(Address memory, int bytes);

  /** From here on nothing of this array is secret. */
  @Unmanaged
  static void forget(byte[] bytes) {
    forget(Address.ofData(bytes), bytes.length);
  }

  @Import(name = "edgex_secret_forget")
  @Include("secret-marks.h")
  @Unmanaged
  private static native void forget(Address memory, int bytes);

  /** How many uses of secrets the tool has reported so far. */
  @Import(name = "edgex_secret_findings")
  @Include("secret-marks.h")
  @Unmanaged
  static native int findings();

  /** 0 if no tool is watching. */
  @Import(name = "edgex_secret_tracked")
  @Include("secret-marks.h")
  @Unmanaged
  static native int tracked();
}
