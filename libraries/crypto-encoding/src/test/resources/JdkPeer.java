import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** One side of PeerProgramTest, over the JDK that runs it: java JdkPeer.java FOLDER. */
public final class JdkPeer {
  /** The form of private keys that JDK 25 knows; RFC 9881 with its seeds came later. */
  private static final String FORM = "EXPANDED";

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    byte[] message = Files.readAllBytes(folder.resolve("message"));
    CertificateFactory certificates = CertificateFactory.getInstance("X.509");
    for (String line : Files.readAllLines(folder.resolve("algorithms"))) {
      String name = line.split(" ")[0];
      KeyFactory keys = KeyFactory.getInstance(name.equals("P-256") ? "EC" : name);
      PublicKey ours =
          keys.generatePublic(
              new X509EncodedKeySpec(Files.readAllBytes(folder.resolve(name + ".public"))));
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(name.equals("P-256") ? "EC" : name);
      if (name.equals("P-256")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      KeyPair pair = generator.generateKeyPair();
      Files.write(folder.resolve(name + ".their-public"), pair.getPublic().getEncoded());
      Files.write(folder.resolve(name + ".their-private"), pair.getPrivate().getEncoded());
      Signature scheme =
          Signature.getInstance(name.equals("P-256") ? "SHA256withECDSA" : name);
      scheme.initVerify(ours);
      scheme.update(message);
      if (!scheme.verify(Files.readAllBytes(folder.resolve(name + ".signature")))) {
        throw new IllegalStateException(name + " signature");
      }
      byte[] secret = Files.readAllBytes(folder.resolve(name + "." + FORM));
      scheme.initSign(keys.generatePrivate(new PKCS8EncodedKeySpec(secret)));
      scheme.update(message);
      Files.write(folder.resolve(name + "." + FORM + ".signature"), scheme.sign());
      scheme.initSign(pair.getPrivate());
      scheme.update(message);
      Files.write(folder.resolve(name + ".their-signature"), scheme.sign());
      X509Certificate root = read(certificates, folder.resolve(name + ".root"));
      X509Certificate device = read(certificates, folder.resolve(name + ".device"));
      root.verify(root.getPublicKey());
      device.verify(root.getPublicKey());
    }
    System.out.println("JDK " + System.getProperty("java.version"));
  }

  private static X509Certificate read(CertificateFactory factory, Path file) throws Exception {
    return (X509Certificate)
        factory.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
  }
}
