package edgex.toolchain.image.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.UUID;

/** What fills a partition. */
public interface Volume {
  /** Size of a sector of every disk here. */
  int SECTOR_BYTES = 512;

  /** How long it is: a multiple of {@link #SECTOR_BYTES}. */
  long sizeBytes();

  /** An identifier that equal content shares. */
  UUID identifier();

  /**
   * Writes the content into a file. What it leaves out is zero there already.
   *
   * @param offset where in the file, in bytes
   */
  void writeTo(FileChannel file, long offset) throws IOException;
}
