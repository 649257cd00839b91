package edgex.onnx.model;

import edgex.onnx.ModelFormatException;
import edgex.onnx.wire.ByteRun;
import edgex.onnx.wire.WireReader;
import java.io.IOException;

/**
 * Where a tensor's elements lie outside of the model file: entries {@code location}, {@code offset}
 * and {@code length} of TensorProto.external_data, the numbers in decimal.
 */
final class ExternalLocation {
  private String path = "";
  private long offset;
  private long length = -1;

  void readEntry(WireReader reader) throws ModelFormatException {
    String key = "";
    String value = "";
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> key = reader.text();
        case 2 -> value = reader.text();
        default -> reader.skip();
      }
    }
    switch (key) {
      case "location" -> path = value;
      case "offset" -> offset = number(reader, key, value);
      case "length" -> length = number(reader, key, value);
      default -> {
        // A checksum is of no use for finding the bytes.
      }
    }
  }

  private static long number(WireReader reader, String key, String value)
      throws ModelFormatException {
    try {
      long number = Long.parseLong(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException exception) {
      // Falls through to the same refusal.
    }
    throw reader.failure("external data has the " + key + " '" + value + "'");
  }

  /** The bytes, of which there must be {@code bytes}. */
  ByteRun load(ExternalData external, WireReader reader, long bytes) throws ModelFormatException {
    if (!staysBesideTheModel(path)) {
      throw reader.failure("external data lies at '" + path + "', which is not beside the model");
    }
    if ((length >= 0 && length != bytes) || bytes > Integer.MAX_VALUE - 16) {
      throw reader.failure("external data has " + length + " bytes instead of " + bytes);
    }
    try {
      byte[] content = external.read(path, offset, (int) bytes);
      if (content.length != bytes) {
        throw new IOException("it has " + content.length + " bytes instead of " + bytes);
      }
      return ByteRun.of(content);
    } catch (IOException exception) {
      throw reader.failure(
          "external data '" + path + "' cannot be read: " + exception.getMessage());
    }
  }

  private static boolean staysBesideTheModel(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0) {
      return false;
    }
    for (int start = 0; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(start, end);
      if (part.equals("..") || part.isEmpty()) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }
}
