package edgex.bench.crypto;

import edgex.bench.report.BenchResult;
import edgex.bench.report.Measurement;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.host.build.BuildException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program that only verifies ML-DSA-65 signatures takes: the boot loader's share. */
final class VerifierSize {
  /** For size, and without a choice between instruction sets. */
  private static final List<String> SMALL = List.of("-Os", "-g", "-DEDGEX_CRYPTO_SMALL");

  /** A function of a class of the library, or of its native twin: its size, in hexadecimal. */
  private static final Pattern FUNCTION =
      Pattern.compile("[0-9a-f]+ ([0-9a-f]+) [tT] \\S+\t.*/(?:edgex/crypto|crypto-native)/.*");

  private static final MlDsaParameters PARAMETERS = MlDsaParameters.ML_DSA_65;
  private static final int MESSAGE_BYTES = 32;

  private VerifierSize() {}

  static List<BenchResult> measure(Path root) throws BuildException, InterruptedException {
    Path program = NativeProgram.compile(root, "crypto-verify", "VerifyTarget", SMALL);
    Map<String, double[]> memory;
    try {
      Path signed = Files.createTempFile(program.getParent(), "signed", "");
      try {
        Files.write(signed, signedMessage());
        memory =
            NativeProgram.parse(NativeProgram.run(List.of(program.toString(), signed.toString())));
      } finally {
        Files.delete(signed);
      }
    } catch (IOException cause) {
      throw new BuildException("cannot write a signature: " + cause.getMessage(), cause);
    }
    double ramBytes = memory.get("heap")[0] + memory.get("stack")[0];
    return List.of(
        BenchResult.alone("ml-dsa-65.verify.ram", Measurement.exact(ramBytes, "bytes")),
        BenchResult.alone(
            "ml-dsa-65.verify.text", Measurement.exact((double) textBytes(program), "bytes")));
  }

  /** A public key and a signature of zeros. */
  private static byte[] signedMessage() {
    byte[] publicKey = new byte[PARAMETERS.publicKeyBytes()];
    byte[] privateKey = new byte[PARAMETERS.privateKeyBytes()];
    byte[] signature = new byte[PARAMETERS.signatureBytes()];
    byte[] seed = new byte[MlDsaParameters.SEED_BYTES];
    new MlDsaKeyGenerator(PARAMETERS).generate(seed, 0, publicKey, 0, privateKey, 0);
    MlDsaSigner signer = new MlDsaSigner(PARAMETERS);
    signer.load(privateKey, 0, privateKey.length);
    signer.sign(
        new byte[MESSAGE_BYTES], 0, MESSAGE_BYTES, new byte[0], (out, at, n) -> {}, signature, 0);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(publicKey);
    both.writeBytes(signature);
    return both.toByteArray();
  }

  /** The machine code of the library in the program: what surrounds it is not the verifier's. */
  private static long textBytes(Path program) throws BuildException, InterruptedException {
    long bytes = 0;
    String symbols =
        NativeProgram.run(List.of("x86_64-linux-gnu-nm", "-S", "-l", program.toString()));
    for (String line : symbols.lines().toList()) {
      Matcher function = FUNCTION.matcher(line);
      if (function.matches()) {
        bytes += Long.parseLong(function.group(1), 16);
      }
    }
    return bytes;
  }
}
