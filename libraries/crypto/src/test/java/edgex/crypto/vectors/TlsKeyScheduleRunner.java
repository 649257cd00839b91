package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.crypto.HashAlgorithm;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Hkdf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The key schedule of TLS 1.3 (RFC 8446, section 7.1): an exercise of HKDF. */
final class TlsKeyScheduleRunner implements VectorRunner {
  @Override
  public void run(TestCase test) {
    HashAlgorithm algorithm = HashAlgorithm.named(test.text("hmacAlg"));
    Hkdf hkdf = new Hkdf(algorithm.newHash());
    byte[] zeros = new byte[hkdf.keyBytes()];
    byte[] psk = test.has("psk") ? test.bytes("psk") : zeros;
    byte[] dhe = test.has("dhe") ? test.bytes("dhe") : zeros;
    byte[] hello = test.bytes("helloClientRandom");
    byte[] answer = join(hello, test.bytes("helloServerRandom"));
    byte[] server = join(answer, test.bytes("finishedServerRandom"));
    byte[] client = join(server, test.bytes("finishedClientRandom"));
    byte[] early = extract(hkdf, zeros, psk);
    byte[] none = {};
    check(test, "clientEarlyTrafficSecret", derive(algorithm, early, "c e traffic", hello));
    check(test, "earlyExporterMasterSecret", derive(algorithm, early, "e exp master", hello));
    byte[] handshake = extract(hkdf, derive(algorithm, early, "derived", none), dhe);
    check(
        test, "clientHandshakeTrafficSecret", derive(algorithm, handshake, "c hs traffic", answer));
    check(
        test, "serverHandshakeTrafficSecret", derive(algorithm, handshake, "s hs traffic", answer));
    byte[] master = extract(hkdf, derive(algorithm, handshake, "derived", none), zeros);
    check(
        test, "clientApplicationTrafficSecret", derive(algorithm, master, "c ap traffic", server));
    check(
        test, "serverApplicationTrafficSecret", derive(algorithm, master, "s ap traffic", server));
    check(test, "exporterMasterSecret", derive(algorithm, master, "exp master", server));
    check(test, "resumptionMasterSecret", derive(algorithm, master, "res master", client));
  }

  private static void check(TestCase test, String field, byte[] secret) {
    assertEquals(test.text(field), HashRunner.hex(secret), field);
  }

  private static byte[] extract(Hkdf hkdf, byte[] salt, byte[] material) {
    byte[] key = new byte[hkdf.keyBytes()];
    hkdf.extract(salt, material, key, 0);
    return key;
  }

  private static byte[] derive(
      HashAlgorithm algorithm, byte[] secret, String label, byte[] messages) {
    Hash hash = algorithm.newHash();
    byte[] transcript = new byte[hash.digestBytes()];
    hash.update(messages, 0, messages.length);
    hash.digest(transcript, 0);
    byte[] text = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    info.write(0);
    info.write(transcript.length);
    info.write(text.length);
    info.writeBytes(text);
    info.write(transcript.length);
    info.writeBytes(transcript);
    byte[] derived = new byte[transcript.length];
    new Hkdf(hash).expand(secret, info.toByteArray(), derived, 0, derived.length);
    return derived;
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.writeBytes(second);
    return joined.toByteArray();
  }
}
