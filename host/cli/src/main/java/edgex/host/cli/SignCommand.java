package edgex.host.cli;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.cose.CoseSign1;
import edgex.crypto.encoding.key.PrivateKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./edgex sign}: a signature of a file beside it, as COSE_Sign1 without the payload. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = "Sign a file; the signature goes into FILE.sig.")
final class SignCommand implements Callable<Integer> {
  /** What signature files are called. */
  static final String SUFFIX = ".sig";

  @Option(names = "--key", required = true, paramLabel = "KEY", description = "The private key.")
  Path key;

  @Option(names = "--output", paramLabel = "SIGNATURE", description = "The file to write instead.")
  Path output;

  @Parameters(paramLabel = "FILE", description = "The file to sign.")
  Path file;

  @Override
  public Integer call() throws UserException {
    PrivateKey privateKey = KeyFiles.readPrivate(key);
    byte[] content = KeyFiles.read(file);
    try {
      byte[] signature = CoseSign1.signDetached(privateKey, content, new byte[0], KeyFiles::random);
      KeyFiles.write(output == null ? beside(file) : output, signature);
      return 0;
    } catch (CryptoException refused) {
      throw new UserException(key + ": " + refused.getMessage());
    } finally {
      privateKey.wipe();
    }
  }

  /** Where the signature of a file lies. */
  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + SUFFIX);
  }
}
