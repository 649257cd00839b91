package edgex.picture;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pictures as PNG files of 8 bits a sample, grey or colour. Every line is filtered with
 * "Up", the difference from the line above: pictures of devices have large even parts.
 */
public final class PngWriter {
  private static final int UP = 2;
  private static final int BUFFER_BYTES = 1 << 14;

  private final Picture picture;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private PngWriter(Picture picture) {
    this.picture = picture;
  }

  /** The content of a PNG file with the picture. */
  public static byte[] write(Picture picture) {
    return new PngWriter(picture).write();
  }

  private byte[] write() {
    PngChunks.writeSignature(out);
    boolean isGrey = picture.channels() == Picture.GREY;
    byte[] header = new byte[PngHeader.SIZE_BYTES];
    PngChunks.putUnsigned32(header, 0, picture.width());
    PngChunks.putUnsigned32(header, 4, picture.height());
    header[8] = 8;
    header[9] = (byte) (isGrey ? PngHeader.GREY : PngHeader.COLOUR);
    chunk("IHDR", header, header.length);
    writeData();
    chunk("IEND", new byte[0], 0);
    return out.toByteArray();
  }

  private void writeData() {
    Deflater deflater = new Deflater();
    byte[] packed = new byte[BUFFER_BYTES];
    int length = picture.width() * picture.channels();
    byte[] above = new byte[length];
    byte[] line = new byte[length];
    byte[] filtered = new byte[1 + length];
    for (int row = 0; row < picture.height(); row++) {
      filtered[0] = UP;
      for (int index = 0; index < length; index++) {
        int column = index / picture.channels();
        line[index] = (byte) picture.sample(column, row, index % picture.channels());
        filtered[1 + index] = (byte) (line[index] - above[index]);
      }
      deflater.setInput(filtered);
      // Where nothing is left to do, the compiled compressor takes a call for an error.
      while (!deflater.needsInput()) {
        writePart(deflater, packed);
      }
      byte[] used = above;
      above = line;
      line = used;
    }
    deflater.finish();
    while (!deflater.finished()) {
      writePart(deflater, packed);
    }
    deflater.end();
  }

  /** Writes what the compressor has ready, if anything, as a chunk. */
  private void writePart(Deflater deflater, byte[] packed) {
    int count = deflater.deflate(packed, 0, packed.length);
    if (count > 0) {
      chunk("IDAT", packed, count);
    }
  }

  private void chunk(String type, byte[] data, int length) {
    byte[] chunk = new byte[PngChunks.OVERHEAD_BYTES + length];
    PngChunks.putUnsigned32(chunk, 0, length);
    for (int index = 0; index < 4; index++) {
      chunk[4 + index] = (byte) type.charAt(index);
    }
    System.arraycopy(data, 0, chunk, 8, length);
    CRC32 checksum = new CRC32();
    checksum.update(chunk, 4, 4 + length);
    PngChunks.putUnsigned32(chunk, 8 + length, checksum.getValue());
    out.write(chunk, 0, chunk.length);
  }
}
