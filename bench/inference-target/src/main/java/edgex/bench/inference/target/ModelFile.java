package edgex.bench.inference.target;

import edgex.onnx.wire.WireFile;
import java.io.IOException;
import java.io.RandomAccessFile;

/** A model that is read piece by piece. */
final class ModelFile implements WireFile, AutoCloseable {
  private final RandomAccessFile file;
  private final int length;

  ModelFile(String name) throws IOException {
    file = new RandomAccessFile(name, "r");
    length = (int) Math.min(file.length(), Integer.MAX_VALUE);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void read(int position, byte[] target, int offset, int count) throws IOException {
    file.seek(position);
    int done = 0;
    while (done < count) {
      int more = file.read(target, offset + done, count - done);
      if (more < 0) {
        throw new IOException("the file became shorter");
      }
      done += more;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
