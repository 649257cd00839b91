package edgex.host.cli;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.certificate.Certificate;
import edgex.crypto.encoding.certificate.ChainVerifier;
import edgex.crypto.encoding.certificate.KeyUsage;
import edgex.crypto.encoding.cose.CoseSign1;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.policy.Algorithm;
import edgex.crypto.policy.AlgorithmPolicy;
import edgex.crypto.policy.Profile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./edgex verify}: whether a file is what was signed. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Verify the signature of a file; the exit status is 0 only if it is valid.")
final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = "The signer's public key or certificate.")
  Path key;

  @Option(
      names = "--trust",
      paramLabel = "CERTIFICATE",
      description = "The authority that must have signed the certificate of --key.")
  Path trust;

  @Option(names = "--signature", paramLabel = "SIGNATURE", description = "Instead of FILE.sig.")
  Path signature;

  @Parameters(paramLabel = "FILE", description = "The file.")
  Path file;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws UserException {
    PublicKey publicKey = trust == null ? KeyFiles.readPublic(key) : trustedKey();
    byte[] content = KeyFiles.read(file);
    Path signatureFile = signature == null ? SignCommand.beside(file) : signature;
    boolean isValid;
    try {
      isValid =
          CoseSign1.decode(KeyFiles.read(signatureFile))
              .verifyDetached(publicKey, new byte[0], content);
    } catch (CryptoException refused) {
      throw new UserException(signatureFile + " is no signature: " + refused.getMessage());
    }
    if (!isValid) {
      throw new UserException(
          file + " is not what the owner of " + key + " signed in " + signatureFile);
    }
    spec.commandLine().getOut().println(file + ": valid");
    return 0;
  }

  private PublicKey trustedKey() throws UserException {
    Certificate certificate = KeyFiles.readCertificate(key);
    Certificate authority = KeyFiles.readCertificate(trust);
    AlgorithmPolicy policy = AlgorithmPolicy.of(Profile.DEFAULT);
    ChainVerifier verifier =
        new ChainVerifier(
            List.of(authority),
            algorithm -> policy.allowsReading(Algorithm.named(algorithm.signatureScheme())));
    try {
      verifier.verify(
          List.of(certificate), Instant.now().getEpochSecond(), KeyUsage.DIGITAL_SIGNATURE);
      return certificate.publicKey();
    } catch (CryptoException refused) {
      throw new UserException(key + ": " + refused.getMessage());
    }
  }
}
