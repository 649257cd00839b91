package edgex.host.cli;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.certificate.Certificate;
import edgex.crypto.encoding.der.Pem;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PublicKey;
import edgex.host.build.DiskErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;

/** Keys and certificates in PEM files, with messages that name the file. */
final class KeyFiles {
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyFiles() {}

  /** Random bytes for keys and signatures. */
  static void random(byte[] output, int offset, int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    System.arraycopy(bytes, 0, output, offset, length);
  }

  static PrivateKey readPrivate(Path file) throws UserException {
    Pem block = readBlock(file);
    if (!block.label().equals(Pem.PRIVATE_KEY)) {
      throw new UserException(file + " is not a private key but a " + block.label());
    }
    try {
      return PrivateKey.decode(block.content());
    } catch (CryptoException refused) {
      throw new UserException(file + ": " + refused.getMessage());
    }
  }

  /** The public key of a file that holds it, a certificate of it, or its private key. */
  static PublicKey readPublic(Path file) throws UserException {
    Pem block = readBlock(file);
    try {
      return switch (block.label()) {
        case Pem.PUBLIC_KEY -> PublicKey.decode(block.content());
        case Pem.CERTIFICATE -> Certificate.decode(block.content()).publicKey();
        case Pem.PRIVATE_KEY -> PrivateKey.decode(block.content()).publicKey();
        default -> throw new UserException(file + " holds no key but a " + block.label());
      };
    } catch (CryptoException refused) {
      throw new UserException(file + ": " + refused.getMessage());
    }
  }

  static Certificate readCertificate(Path file) throws UserException {
    Pem block = readBlock(file);
    if (!block.label().equals(Pem.CERTIFICATE)) {
      throw new UserException(file + " is not a certificate but a " + block.label());
    }
    try {
      return Certificate.decode(block.content());
    } catch (CryptoException refused) {
      throw new UserException(file + ": " + refused.getMessage());
    }
  }

  private static Pem readBlock(Path file) throws UserException {
    try {
      List<Pem> blocks = Pem.decodeAll(new String(read(file), StandardCharsets.ISO_8859_1));
      if (blocks.size() != 1) {
        throw new UserException(file + " holds " + blocks.size() + " PEM blocks, not one");
      }
      return blocks.get(0);
    } catch (CryptoException refused) {
      throw new UserException(file + ": " + refused.getMessage());
    }
  }

  static byte[] read(Path file) throws UserException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException cause) {
      throw new UserException(DiskErrors.explain(cause));
    }
  }

  static void write(Path file, byte[] content) throws UserException {
    try {
      Files.write(file, content);
    } catch (IOException cause) {
      throw new UserException(DiskErrors.explain(cause));
    }
  }

  /** Writes what only its owner may read, and what must not overwrite anything. */
  static void writeSecret(Path file, String text) throws UserException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    } catch (FileAlreadyExistsException exists) {
      throw new UserException(file + " is there already: a key is never overwritten");
    } catch (IOException cause) {
      throw new UserException(DiskErrors.explain(cause));
    }
  }
}
