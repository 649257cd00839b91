package edgex.apps.infer;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Whole files, with errors in words that do not depend on the system. */
final class Files {
  /** Larger files are refused: they could not be held in memory beside what is made of them. */
  private static final long MAXIMUM_BYTES = 512L << 20;

  private Files() {}

  static boolean exists(String path) {
    return new File(path).exists();
  }

  static void write(String path, byte[] content) throws IOException {
    if (new File(path).isDirectory()) {
      throw new IOException("this is a directory, not a file");
    }
    try (OutputStream output = new FileOutputStream(path)) {
      output.write(content);
    } catch (FileNotFoundException failure) {
      throw new IOException("the file cannot be created", failure);
    }
  }

  static byte[] read(String path) throws IOException {
    File file = new File(path);
    if (!file.exists()) {
      throw new IOException("there is no such file");
    }
    if (file.isDirectory()) {
      throw new IOException("this is a directory, not a file");
    }
    long length = file.length();
    if (length > MAXIMUM_BYTES) {
      throw new IOException("the file is larger than " + (MAXIMUM_BYTES >> 20) + " MiB");
    }
    byte[] content = new byte[(int) length];
    int filled = 0;
    try (InputStream input = new FileInputStream(file)) {
      while (filled < content.length) {
        int count = input.read(content, filled, content.length - filled);
        if (count < 0) {
          break;
        }
        filled += count;
      }
    }
    return filled == content.length ? content : Arrays.copyOf(content, filled);
  }
}
