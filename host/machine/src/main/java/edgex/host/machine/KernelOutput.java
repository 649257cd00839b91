package edgex.host.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Passes on what a kernel writes, without what its machine's firmware wrote before: the kernel
 * begins with a form feed. A machine whose kernel never began shows what its firmware said.
 */
final class KernelOutput extends OutputStream {
  private static final int FORM_FEED = 0x0c;

  /** How boot loaders and kernels begin their last words. */
  private static final String FAILURE = "EdgeX cannot boot: ";

  private final OutputStream target;
  private final ByteArrayOutputStream firmwareText = new ByteArrayOutputStream();
  private boolean kernelSpeaks;

  KernelOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int start = offset;
    int end = offset + length;
    while (!kernelSpeaks && start < end) {
      kernelSpeaks = bytes[start] == FORM_FEED;
      firmwareText.write(bytes[start]);
      start++;
    }
    target.write(bytes, start, end - start);
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  /** Whether no kernel will begin: its boot loader has said why, on a whole line. */
  boolean hasFailed() {
    if (kernelSpeaks) {
      return false;
    }
    String text = firmwareText.toString(StandardCharsets.ISO_8859_1);
    int failure = text.indexOf(FAILURE);
    return failure >= 0 && text.indexOf('\n', failure) >= 0;
  }

  /** There will be nothing more. */
  void end() throws IOException {
    if (!kernelSpeaks) {
      firmwareText.writeTo(target);
      target.flush();
    }
  }
}
