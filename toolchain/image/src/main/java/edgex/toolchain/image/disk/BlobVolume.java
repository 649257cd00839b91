package edgex.toolchain.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.UUID;

/** Bytes without a file system, such as a boot loader's second part. */
public final class BlobVolume implements Volume {
  private final byte[] content;

  /** Rounds the content up to whole sectors with zeros. */
  public BlobVolume(byte[] content) {
    int sectors = (content.length + SECTOR_BYTES - 1) / SECTOR_BYTES;
    this.content = Arrays.copyOf(content, sectors * SECTOR_BYTES);
  }

  @Override
  public long sizeBytes() {
    return content.length;
  }

  @Override
  public UUID identifier() {
    return new ContentIdentifier("partition").add(content).uuid();
  }

  @Override
  public void writeTo(FileChannel file, long offset) throws IOException {
    DiskFiles.writeFully(file, ByteBuffer.wrap(content), offset);
  }
}
