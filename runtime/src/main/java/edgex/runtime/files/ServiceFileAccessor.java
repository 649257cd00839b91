package edgex.runtime.files;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.Files;
import java.io.IOException;
import java.util.Arrays;
import org.teavm.runtime.fs.VirtualFileAccessor;

/**
 * An open file: a path and a position, since the service keeps nothing. Reads go through a buffer
 * of one message's size, so that reading byte by byte is not a call a byte.
 */
final class ServiceFileAccessor implements VirtualFileAccessor {
  private final MountTable.Place place;
  private final String path;
  private final boolean writable;
  private final byte[] buffer = new byte[Files.MAXIMUM_READ_BYTES];
  private int bufferStart;
  private int bufferBytes;
  private int position;

  ServiceFileAccessor(MountTable.Place place, String path, boolean writable) {
    this.place = place;
    this.path = path;
    this.writable = writable;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int done = 0;
    while (done < length && fill()) {
      int at = position - bufferStart;
      int count = Math.min(length - done, bufferBytes - at);
      System.arraycopy(buffer, at, target, offset + done, count);
      position += count;
      done += count;
    }
    return done;
  }

  /** Makes the byte at the position lie in the buffer; false at the end of the file. */
  private boolean fill() throws IOException {
    if (position >= bufferStart && position < bufferStart + bufferBytes) {
      return true;
    }
    bufferStart = position;
    try {
      bufferBytes = place.files().read(place.path(), position, buffer);
    } catch (ServiceException failure) {
      bufferBytes = 0;
      throw FileFailure.of(path, failure);
    }
    return bufferBytes > 0;
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (!writable) {
      throw new IOException(path + ": not opened for writing");
    }
    bufferBytes = 0;
    int done = 0;
    while (done < length) {
      int count = Math.min(length - done, Files.MAXIMUM_WRITE_BYTES);
      byte[] piece = Arrays.copyOfRange(source, offset + done, offset + done + count);
      try {
        place.files().write(place.path(), position, piece);
      } catch (ServiceException failure) {
        throw FileFailure.of(path, failure);
      }
      position += count;
      done += count;
    }
  }

  @Override
  public int tell() {
    return position;
  }

  @Override
  public void seek(int target) throws IOException {
    if (target < 0) {
      throw new IOException(path + ": position " + target);
    }
    position = target;
  }

  @Override
  public void skip(int amount) throws IOException {
    seek(Math.max(0, position + amount));
  }

  @Override
  public int size() throws IOException {
    try {
      return (int) Math.min(place.files().status(place.path()).sizeBytes(), Integer.MAX_VALUE);
    } catch (ServiceException failure) {
      throw FileFailure.of(path, failure);
    }
  }

  @Override
  public void resize(int size) throws IOException {
    if (!writable) {
      throw new IOException(path + ": not opened for writing");
    }
    bufferBytes = 0;
    try {
      place.files().resize(place.path(), size);
    } catch (ServiceException failure) {
      throw FileFailure.of(path, failure);
    }
  }

  @Override
  public void close() {
    bufferBytes = 0;
  }

  @Override
  public void flush() {
    // Every write is at the service when it returns.
  }
}
