package edgex.toolchain.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writing at places of a file. */
final class DiskFiles {
  private DiskFiles() {}

  /** Writes all bytes at a place. */
  static void writeFully(FileChannel file, ByteBuffer bytes, long offset) throws IOException {
    long at = offset;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }
}
