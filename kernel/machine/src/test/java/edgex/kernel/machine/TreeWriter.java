package edgex.kernel.machine;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes flattened device trees from the specification's text, for the tests. */
final class TreeWriter {
  private static final int HEADER_BYTES = 40;

  private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
  private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
  private final ByteArrayOutputStream reservations = new ByteArrayOutputStream();

  TreeWriter begin(String name) {
    words(structure, 1);
    padded(name.getBytes(StandardCharsets.US_ASCII), 1);
    return this;
  }

  TreeWriter end() {
    words(structure, 2);
    return this;
  }

  TreeWriter nothing() {
    words(structure, 4);
    return this;
  }

  TreeWriter cells(String name, int... cells) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    words(value, cells);
    return property(name, value.toByteArray());
  }

  TreeWriter text(String name, String... texts) {
    return property(name, (String.join("\0", texts) + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  TreeWriter property(String name, byte[] value) {
    words(structure, 3, value.length, strings.size());
    strings.writeBytes((name + "\0").getBytes(StandardCharsets.US_ASCII));
    padded(value, 0);
    return this;
  }

  TreeWriter reserve(long start, long sizeBytes) {
    words(
        reservations, (int) (start >>> 32), (int) start, (int) (sizeBytes >>> 32), (int) sizeBytes);
    return this;
  }

  /** The blob, with the reservations' end, the structure's END and a header of version 17. */
  byte[] blob() {
    reserve(0, 0);
    words(structure, 9);
    int structureStart = HEADER_BYTES + reservations.size();
    int stringsStart = structureStart + structure.size();
    int total = stringsStart + strings.size();
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    words(blob, 0xd00dfeed, total, structureStart, stringsStart, HEADER_BYTES, 17, 16, 0);
    words(blob, strings.size(), structure.size());
    blob.writeBytes(reservations.toByteArray());
    blob.writeBytes(structure.toByteArray());
    blob.writeBytes(strings.toByteArray());
    return blob.toByteArray();
  }

  private void padded(byte[] content, int zeros) {
    structure.writeBytes(content);
    structure.writeBytes(new byte[zeros]);
    structure.writeBytes(new byte[-structure.size() & 3]);
  }

  private static void words(ByteArrayOutputStream target, int... words) {
    try (DataOutputStream output = new DataOutputStream(target)) {
      for (int word : words) {
        output.writeInt(word);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
