package edgex.crypto.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.encoding.certificate.Certificate;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PrivateKey.Form;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs outside of this JVM, with which keys, signatures and certificates are exchanged as
 * files: OpenSSL 3.5 inside of Node.js 26 (npm's package {@code node}), named by EDGEX_PEER_NODE,
 * and a JDK with ML-DSA, 25 for example, named by EDGEX_PEER_JDK.
 */
final class PeerProgramTest {
  private static final byte[] NONE = {};
  private static final List<KeyAlgorithm> LATTICE =
      List.of(KeyAlgorithm.ML_DSA_44, KeyAlgorithm.ML_DSA_65, KeyAlgorithm.ML_DSA_87);
  private static final List<KeyAlgorithm> CLASSICAL =
      List.of(KeyAlgorithm.ED25519, KeyAlgorithm.P_256);
  private static final List<KeyAlgorithm> MORE =
      List.of(
          KeyAlgorithm.SLH_DSA_SHA2_128F,
          KeyAlgorithm.SLH_DSA_SHAKE_192F,
          KeyAlgorithm.ML_KEM_512,
          KeyAlgorithm.ML_KEM_768,
          KeyAlgorithm.ML_KEM_1024);

  @TempDir Path folder;

  private final SeededRandom random = new SeededRandom(35);

  @Test
  void openSslAgrees() throws Exception {
    String node = System.getenv("EDGEX_PEER_NODE");
    Assumptions.assumeTrue(
        node != null, "no OpenSSL 3.5: EDGEX_PEER_NODE does not name the program of Node.js 26");
    exchange(List.of(LATTICE, CLASSICAL, MORE), "openssl-peer.mjs", node, Form.values());
  }

  @Test
  void newJdkAgrees() throws Exception {
    String jdk = System.getenv("EDGEX_PEER_JDK");
    Assumptions.assumeTrue(jdk != null, "no JDK with ML-DSA: EDGEX_PEER_JDK does not name one");
    exchange(List.of(LATTICE, CLASSICAL), "JdkPeer.java", java(jdk), Form.EXPANDED);
  }

  /** The JDK that runs the tests knows the classical half only, which tests the program, too. */
  @Test
  void thisJdkAgrees() throws Exception {
    String home = System.getProperty("java.home");
    exchange(List.of(CLASSICAL), "JdkPeer.java", java(home), Form.EXPANDED);
  }

  private static String java(String home) {
    return Path.of(home, "bin", "java").toString();
  }

  private void exchange(
      List<List<KeyAlgorithm>> groups, String program, String runner, Form... forms)
      throws Exception {
    List<KeyAlgorithm> algorithms = groups.stream().flatMap(List::stream).toList();
    byte[] message = random.bytes(100);
    write("message", message);
    String lines =
        algorithms.stream()
            .map(algorithm -> algorithm.standardName() + " " + kind(algorithm))
            .collect(Collectors.joining("\n"));
    write("algorithms", lines.getBytes(StandardCharsets.US_ASCII));
    List<PrivateKey> keys =
        algorithms.stream().map(algorithm -> PrivateKey.generate(algorithm, random)).toList();
    for (PrivateKey key : keys) {
      writeOurs(key, message);
    }
    run(program, runner);
    for (PrivateKey key : keys) {
      readTheirs(key, message, forms);
    }
  }

  private static String kind(KeyAlgorithm algorithm) {
    return algorithm.isSignature() ? "signature" : "kem";
  }

  private void writeOurs(PrivateKey key, byte[] message) throws IOException {
    String name = key.algorithm().standardName();
    write(name + ".public", key.publicKey().encode());
    for (Form form : Form.values()) {
      write(name + "." + form, key.encode(form));
    }
    if (key.algorithm().isSignature()) {
      byte[] signature = key.sign(message, NONE, random);
      write(name + ".signature", Peers.peerForm(key.algorithm(), signature));
      Certificate root =
          SampleChain.builder(SampleChain.ROOT, key).authority(0).signSelf(key, random);
      Certificate device =
          SampleChain.builder(SampleChain.DEVICE, key).sign(SampleChain.ROOT, key, random);
      write(name + ".root", root.encode());
      write(name + ".device", device.encode());
    }
  }

  private void readTheirs(PrivateKey key, byte[] message, Form... forms) throws IOException {
    KeyAlgorithm algorithm = key.algorithm();
    String name = algorithm.standardName();
    byte[] encoded = read(name + ".their-public");
    PublicKey theirs = PublicKey.decode(encoded);
    assertArrayEquals(encoded, theirs.encode());
    PrivateKey theirKey = PrivateKey.decode(read(name + ".their-private"));
    if (theirKey.hasPublicKey()) {
      assertEquals(theirs, theirKey.publicKey());
    } else {
      byte[] signature = Peers.peerForm(algorithm, theirKey.sign(message, NONE, random));
      assertTrue(Peers.weVerify(theirs, message, signature));
    }
    if (algorithm.isSignature()) {
      assertTrue(Peers.weVerify(theirs, message, read(name + ".their-signature")));
      for (Form form : forms) {
        byte[] signature = read(name + "." + form + ".signature");
        assertTrue(Peers.weVerify(key.publicKey(), message, signature), name + " " + form);
      }
    } else {
      byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
      new MlKem(MlKemParameters.named(name))
          .decapsulate(key.expanded(), 0, read(name + ".ciphertext"), 0, secret, 0);
      assertArrayEquals(read(name + ".secret"), secret);
    }
  }

  private void run(String program, String runner) throws IOException, InterruptedException {
    Path script = folder.resolve(program);
    try (InputStream source = getClass().getResourceAsStream("/" + program)) {
      Files.copy(source, script);
    }
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(runner, script.toString(), folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = process.waitFor();
    assertEquals(0, status, Files.readString(output));
    System.out.println("peer: " + Files.readString(output).trim());
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private byte[] read(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }
}
