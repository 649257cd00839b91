package edgex.toolchain.image;

import edgex.abi.BootImage;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes bytes on and knows the boot image's checksum of all that are whole 64-bit words. */
final class ChecksumStream extends FilterOutputStream {
  private long checksum = BootImage.CHECKSUM_START;
  private long word;
  private int wordBits;

  ChecksumStream(OutputStream output) {
    super(output);
  }

  @Override
  public void write(int value) throws IOException {
    out.write(value);
    add(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    for (int i = 0; i < length; i++) {
      add(bytes[offset + i]);
    }
  }

  /** The checksum of what has been written. */
  long checksum() {
    return checksum;
  }

  private void add(int value) {
    word |= (value & 0xffL) << wordBits;
    wordBits += Byte.SIZE;
    if (wordBits == Long.SIZE) {
      checksum = BootImage.addToChecksum(checksum, word);
      word = 0;
      wordBits = 0;
    }
  }
}
