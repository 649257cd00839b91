package edgex.host.cli;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.certificate.Certificate;
import edgex.crypto.encoding.certificate.CertificateBuilder;
import edgex.crypto.encoding.certificate.DistinguishedName;
import edgex.crypto.encoding.der.Pem;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.policy.Algorithm;
import edgex.crypto.policy.AlgorithmPolicy;
import edgex.crypto.policy.Profile;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./edgex key}: keys and certificates for signing, in PEM files. */
@Command(name = "key", mixinStandardHelpOptions = true, description = "Make keys and certificates.")
final class KeyCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do with a key: new, public or certificate");
  }

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description = "Make a private key; its public key goes into FILE.pub.")
  int make(
      @Parameters(paramLabel = "FILE", description = "The file to write.") Path file,
      @Option(
              names = "--algorithm",
              paramLabel = "NAME",
              defaultValue = "ML-DSA-65",
              description = "For example ML-DSA-87, Ed25519 (default: ${DEFAULT-VALUE}).")
          String algorithmName,
      @Option(
              names = "--profile",
              paramLabel = "NAME",
              defaultValue = "default",
              description = "default or cnsa-2.0.")
          String profile)
      throws UserException {
    PrivateKey key;
    try {
      KeyAlgorithm algorithm = KeyAlgorithm.named(algorithmName);
      String scheme = algorithm.isSignature() ? algorithm.signatureScheme() : algorithmName;
      AlgorithmPolicy.of(Profile.labelled(profile)).requireMaking(Algorithm.named(scheme));
      key = PrivateKey.generate(algorithm, KeyFiles::random);
    } catch (CryptoException refused) {
      throw new UserException(refused.getMessage());
    }
    KeyFiles.writeSecret(file, new Pem(Pem.PRIVATE_KEY, key.encode(PrivateKey.Form.SEED)).encode());
    String shared = new Pem(Pem.PUBLIC_KEY, key.publicKey().encode()).encode();
    KeyFiles.write(
        file.resolveSibling(file.getFileName() + ".pub"),
        shared.getBytes(StandardCharsets.US_ASCII));
    key.wipe();
    return 0;
  }

  @Command(
      name = "public",
      mixinStandardHelpOptions = true,
      description = "Print the public key of a private key or of a certificate.")
  int show(@Parameters(paramLabel = "FILE", description = "The key's file.") Path file)
      throws UserException {
    PublicKey key = KeyFiles.readPublic(file);
    print(new Pem(Pem.PUBLIC_KEY, key.encode()));
    return 0;
  }

  @Command(
      name = "certificate",
      mixinStandardHelpOptions = true,
      description = "Print a certificate of a key, signed by itself or by an issuer.")
  int certify(
      @Parameters(paramLabel = "FILE", description = "The key that is certified.") Path file,
      @Option(
              names = "--subject",
              required = true,
              paramLabel = "NAME",
              description = "Whose key it is, such as 'CN=Device 7, O=Example'.")
          String subject,
      @Option(
              names = "--days",
              defaultValue = "365",
              paramLabel = "N",
              description = "For how long (default: ${DEFAULT-VALUE}).")
          int days,
      @Option(
              names = "--authority",
              defaultValue = "-1",
              paramLabel = "N",
              description = "The key signs certificates, over at most N others in between.")
          int authority,
      @Option(names = "--issuer", paramLabel = "FILE", description = "The issuer's certificate.")
          Path issuerFile,
      @Option(names = "--issuer-key", paramLabel = "FILE", description = "The issuer's key.")
          Path issuerKeyFile)
      throws UserException {
    if ((issuerFile == null) != (issuerKeyFile == null) || days < 1 || authority < -1) {
      throw new ParameterException(
          spec.commandLine(),
          "--issuer and --issuer-key go together, --days is at least 1, --authority at least 0");
    }
    long now = Instant.now().getEpochSecond();
    long end = now + Duration.ofDays(days).toSeconds();
    try {
      DistinguishedName name = DistinguishedName.of(subject);
      CertificateBuilder builder =
          new CertificateBuilder(name, KeyFiles.readPublic(file)).validity(now, end);
      if (authority >= 0) {
        builder.authority(authority);
      }
      Certificate certificate = sign(builder, file, issuerFile, issuerKeyFile);
      print(new Pem(Pem.CERTIFICATE, certificate.encode()));
      return 0;
    } catch (CryptoException | IllegalArgumentException refused) {
      throw new UserException(refused.getMessage());
    }
  }

  private static Certificate sign(
      CertificateBuilder builder, Path own, Path issuerFile, Path issuerKeyFile)
      throws UserException {
    if (issuerFile == null) {
      return builder.signSelf(KeyFiles.readPrivate(own), KeyFiles::random);
    }
    Certificate issuer = KeyFiles.readCertificate(issuerFile);
    PrivateKey key = KeyFiles.readPrivate(issuerKeyFile);
    if (!issuer.publicKey().equals(key.publicKey())) {
      throw new UserException(issuerKeyFile + " is not the key of " + issuerFile);
    }
    if (!issuer.isAuthority()) {
      throw new UserException(issuerFile + " is not the certificate of an authority");
    }
    return builder.sign(issuer.subject(), key, KeyFiles::random);
  }

  private void print(Pem block) {
    PrintWriter output = spec.commandLine().getOut();
    output.print(block.encode());
    output.flush();
  }
}
