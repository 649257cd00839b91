package edgex.crypto.encoding;

import edgex.crypto.encoding.certificate.Certificate;
import edgex.crypto.encoding.certificate.CertificateBuilder;
import edgex.crypto.encoding.certificate.DistinguishedName;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import java.util.List;

/** A root, an intermediate authority and a device, all with keys of one algorithm. */
final class SampleChain {
  /** A time within the validity of all. */
  static final long NOW = 1_790_000_000;

  static final long FIRST = NOW - 86_400;
  static final long LAST = NOW + 86_400;
  static final DistinguishedName ROOT = DistinguishedName.of("CN=Root, O=Example, C=DE");
  static final DistinguishedName MIDDLE = DistinguishedName.of("CN=Middle, O=Example");
  static final DistinguishedName DEVICE = DistinguishedName.of("CN=Gerät 7, serialNumber=42");

  final SeededRandom random;
  final PrivateKey rootKey;
  final PrivateKey middleKey;
  final PrivateKey deviceKey;
  final Certificate root;
  final Certificate middle;
  final Certificate device;

  SampleChain(KeyAlgorithm algorithm, long seed) {
    random = new SeededRandom(seed);
    rootKey = PrivateKey.generate(algorithm, random);
    middleKey = PrivateKey.generate(algorithm, random);
    deviceKey = PrivateKey.generate(algorithm, random);
    root = builder(ROOT, rootKey).authority(1).signSelf(rootKey, random);
    middle = builder(MIDDLE, middleKey).authority(0).sign(ROOT, rootKey, random);
    device = builder(DEVICE, deviceKey).sign(MIDDLE, middleKey, random);
  }

  static CertificateBuilder builder(DistinguishedName subject, PrivateKey key) {
    return new CertificateBuilder(subject, key.publicKey()).validity(FIRST, LAST);
  }

  List<Certificate> chain() {
    return List.of(device, middle, root);
  }
}
