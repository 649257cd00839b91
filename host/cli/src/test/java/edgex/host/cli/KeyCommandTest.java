package edgex.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, certificates and signatures from the command line, and what it says to wrong ones. */
final class KeyCommandTest {
  @TempDir Path folder;

  private String text;

  @BeforeEach
  void writeText() throws Exception {
    Path file = folder.resolve("text");
    Files.writeString(file, "what is signed");
    text = file.toString();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static void succeeds(String... arguments) {
    Invocation call = Invocation.of(arguments);
    assertEquals("", call.errors());
    assertEquals(0, call.status());
  }

  private static void fails(String message, String... arguments) {
    Invocation call = Invocation.of(arguments);
    assertEquals(1, call.status(), call.errors());
    assertTrue(call.errors().contains(message), call.errors());
    assertEquals("", call.output());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ML-DSA-44", "ML-DSA-65", "ML-DSA-87", "Ed25519"})
  void filesAreSignedAndVerified(String algorithm) throws Exception {
    succeeds("key", "new", path("a"), "--algorithm", algorithm);
    assertEquals(
        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
        Files.getPosixFilePermissions(folder.resolve("a")));
    assertEquals(
        Files.readString(folder.resolve("a.pub")),
        Invocation.of("key", "public", path("a")).output());
    succeeds("sign", "--key", path("a"), text);
    assertEquals(
        text + ": valid\n", Invocation.of("verify", "--key", path("a.pub"), text).output());
    succeeds("key", "new", path("b"), "--algorithm", algorithm);
    fails("is not what the owner", "verify", "--key", path("b.pub"), text);
    Files.writeString(folder.resolve("text"), "what is not");
    fails("is not what the owner", "verify", "--key", path("a.pub"), text);
  }

  @Test
  void certificatesAreTrusted() throws Exception {
    succeeds("key", "new", path("root"), "--algorithm", "Ed25519");
    succeeds("key", "new", path("leaf"), "--algorithm", "Ed25519");
    Invocation root =
        Invocation.of(
            "key", "certificate", path("root"), "--subject", "CN=Root", "--authority", "0");
    Files.writeString(folder.resolve("root.crt"), root.output());
    Invocation leaf =
        Invocation.of(
            "key",
            "certificate",
            path("leaf.pub"),
            "--subject",
            "CN=Leaf",
            "--issuer",
            path("root.crt"),
            "--issuer-key",
            path("root"));
    Files.writeString(folder.resolve("leaf.crt"), leaf.output());
    CertificateFactory peer = CertificateFactory.getInstance("X.509");
    X509Certificate read = read(peer, leaf.output());
    read.verify(read(peer, root.output()).getPublicKey());
    assertEquals("CN=Leaf", read.getSubjectX500Principal().getName());
    succeeds("sign", "--key", path("leaf"), text);
    succeeds("verify", "--key", path("leaf.crt"), "--trust", path("root.crt"), text);
    fails(
        "not signed by anybody trusted",
        "verify",
        "--key",
        path("root.crt"),
        "--trust",
        path("leaf.crt"),
        text);
    fails(
        "is not the key of",
        "key",
        "certificate",
        path("leaf"),
        "--subject",
        "CN=X",
        "--issuer",
        path("root.crt"),
        "--issuer-key",
        path("leaf"));
    fails(
        "is not the certificate of an authority",
        "key",
        "certificate",
        path("leaf"),
        "--subject",
        "CN=X",
        "--issuer",
        path("leaf.crt"),
        "--issuer-key",
        path("leaf"));
  }

  private static X509Certificate read(CertificateFactory factory, String pem) throws Exception {
    return (X509Certificate)
        factory.generateCertificate(
            new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void mistakesAreExplained() throws Exception {
    succeeds("key", "new", path("a"));
    fails("never overwritten", "key", "new", path("a"));
    fails("there are no keys named ROT13", "key", "new", path("x"), "--algorithm", "ROT13");
    fails("makes nothing new", "key", "new", path("x"), "--algorithm", "P-256");
    fails("ML-DSA-65 makes nothing new", "key", "new", path("x"), "--profile", "cnsa-2.0");
    succeeds("key", "new", path("x"), "--profile", "cnsa-2.0", "--algorithm", "ML-DSA-87");
    fails("have a state", "key", "new", path("y"), "--algorithm", "HSS-LMS");
    fails("is not a private key but a PUBLIC KEY", "sign", "--key", path("a.pub"), text);
    fails("is no part of a name", "key", "certificate", path("a"), "--subject", "Device");
    fails("line 1 of PEM", "sign", "--key", text, text);
    fails("no such file", "sign", "--key", path("none"), text);
    Files.writeString(folder.resolve("text.sig"), "no signature");
    fails("is no signature: CBOR at byte", "verify", "--key", path("a.pub"), text);
    assertFalse(Files.exists(folder.resolve("y")));
    assertEquals(ExitStatus.USAGE, Invocation.of("key").status());
    assertEquals(
        ExitStatus.USAGE,
        Invocation.of("key", "certificate", path("a"), "--subject", "CN=X", "--days", "0")
            .status());
  }
}
