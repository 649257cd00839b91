package edgex.toolchain.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content of one file of a boot image. */
public abstract sealed class ImageFile {
  private final int flags;

  private ImageFile(int flags) {
    this.flags = flags;
  }

  /** A file of this machine. */
  public static ImageFile ofPath(Path path, int flags) {
    return new OnDisk(path, flags);
  }

  /** Bytes in memory. */
  public static ImageFile ofBytes(byte[] bytes) {
    return new InMemory(bytes, 0);
  }

  /** Bytes in memory, with the entry's flags. */
  public static ImageFile ofBytes(byte[] bytes, int flags) {
    return new InMemory(bytes, flags);
  }

  /** The entry's flags, see {@link edgex.abi.BootImage#FLAG_PROGRAM}. */
  public int flags() {
    return flags;
  }

  /** How many bytes {@link #writeTo} writes. */
  abstract long sizeBytes() throws IOException;

  abstract void writeTo(OutputStream output) throws IOException;

  private static final class OnDisk extends ImageFile {
    private final Path path;

    private OnDisk(Path path, int flags) {
      super(flags);
      this.path = path;
    }

    @Override
    long sizeBytes() throws IOException {
      return Files.size(path);
    }

    @Override
    void writeTo(OutputStream output) throws IOException {
      Files.copy(path, output);
    }
  }

  private static final class InMemory extends ImageFile {
    private final byte[] bytes;

    private InMemory(byte[] bytes, int flags) {
      super(flags);
      this.bytes = bytes.clone();
    }

    @Override
    long sizeBytes() {
      return bytes.length;
    }

    @Override
    void writeTo(OutputStream output) throws IOException {
      output.write(bytes);
    }
  }
}
