package edgex.bench.crypto.target;

import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaVerifier;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * A program that does nothing but verify one ML-DSA-65 signature, as a boot loader does, and prints
 * how many bytes of heap and stack that took.
 */
public final class VerifyTarget {
  private static final MlDsaParameters PARAMETERS = MlDsaParameters.ML_DSA_65;
  private static final byte[] MESSAGE = new byte[32];
  private static final byte[] NO_CONTEXT = {};

  private VerifyTarget() {}

  /**
   * Verifies the signature of 32 zeros.
   *
   * @param arguments the file with public key and signature, one behind the other
   */
  public static void main(String[] arguments) throws IOException {
    byte[] publicKey = new byte[PARAMETERS.publicKeyBytes()];
    byte[] signature = new byte[PARAMETERS.signatureBytes()];
    try (InputStream input = new FileInputStream(arguments[0])) {
      read(input, publicKey);
      read(input, signature);
    }
    Runtime runtime = Runtime.getRuntime();
    long freeBytes = runtime.freeMemory();
    paintStack();
    boolean valid = verify(publicKey, signature);
    int stackBytes = paintedOver();
    long heapBytes = freeBytes - runtime.freeMemory();
    if (!valid) {
      throw new IllegalStateException("the signature is not valid");
    }
    System.out.println("heap " + heapBytes);
    System.out.println("stack " + stackBytes);
  }

  private static boolean verify(byte[] publicKey, byte[] signature) {
    MlDsaVerifier verifier = new MlDsaVerifier(PARAMETERS);
    return verifier.verify(publicKey, MESSAGE, 0, MESSAGE.length, NO_CONTEXT, signature);
  }

  private static void read(InputStream input, byte[] target) throws IOException {
    int filled = 0;
    while (filled < target.length) {
      int count = input.read(target, filled, target.length - filled);
      if (count < 0) {
        throw new IOException("the file is too short");
      }
      filled += count;
    }
  }

  @Import(name = "edgex_bench_paint_stack")
  @Include("stack-depth.h")
  @Unmanaged
  private static native void paintStack();

  @Import(name = "edgex_bench_painted_over")
  @Include("stack-depth.h")
  @Unmanaged
  private static native int paintedOver();
}
