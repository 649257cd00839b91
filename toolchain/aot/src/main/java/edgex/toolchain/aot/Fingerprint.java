package edgex.toolchain.aot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over everything that decides an output, so that equal prints mean equal outputs. */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /** Adds a value; the length goes first, so that neighbours cannot run together. */
  Fingerprint add(byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    return this;
  }

  /** Adds a text. */
  Fingerprint add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file's contents, or a folder's names and contents; absent paths are an error. */
  Fingerprint addPath(Path path) throws IOException, AotException {
    if (Files.isDirectory(path)) {
      for (Path file : GeneratedFiles.regularFiles(path)) {
        add(path.relativize(file).toString());
        add(Files.readAllBytes(file));
      }
      return this;
    }
    if (!Files.isRegularFile(path)) {
      throw new AotException("no such file or folder: " + path);
    }
    add(path.getFileName().toString());
    return add(Files.readAllBytes(path));
  }

  /** The print as 64 hexadecimal digits. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
