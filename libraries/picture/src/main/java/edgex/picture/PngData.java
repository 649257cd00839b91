package edgex.picture;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The decompressed bytes of a PNG's data chunks, taken piece by piece so that none pile up. */
final class PngData {
  private final byte[] file;
  private final PngChunks chunks;
  private final Inflater inflater = new Inflater();

  /** Data from the chunk at which {@code chunks} stands. */
  PngData(byte[] file, PngChunks chunks) {
    this.file = file;
    this.chunks = chunks;
    inflater.setInput(file, chunks.dataStart(), chunks.dataLength());
  }

  /** Fills the first {@code length} bytes of {@code target}. */
  void read(byte[] target, int length) throws PictureFormatException {
    int filled = 0;
    while (filled < length) {
      int count = inflate(target, filled, length - filled);
      filled += count;
      if (count == 0 && (inflater.finished() || inflater.needsDictionary())) {
        throw new PictureFormatException("the PNG data ends early");
      }
      if (count == 0) {
        openNextChunk();
      }
    }
  }

  private int inflate(byte[] target, int start, int length) throws PictureFormatException {
    try {
      return inflater.inflate(target, start, length);
    } catch (DataFormatException exception) {
      throw new PictureFormatException("the PNG data is damaged");
    }
  }

  private void openNextChunk() throws PictureFormatException {
    chunks.advance();
    if (!chunks.type().equals("IDAT")) {
      throw new PictureFormatException("the PNG data ends early");
    }
    inflater.setInput(file, chunks.dataStart(), chunks.dataLength());
  }

  void close() {
    inflater.end();
  }
}
