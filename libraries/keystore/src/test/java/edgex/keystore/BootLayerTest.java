package edgex.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.certificate.Certificate;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** A chain of three layers, and what somebody far away makes of it. */
final class BootLayerTest {
  private static final long NOW = 1_790_000_000;

  private final TestDevice device = new TestDevice();
  private final byte[] kernel = device.bytes(48);
  private final byte[] services = device.bytes(48);
  private final byte[] nonce = device.bytes(16);
  private final byte[] claims = device.bytes(30);

  private BootLayer boot(byte[] kernelMeasurement) {
    BootLayer first = BootLayer.first(new DeviceRoot(device.rootSecret), "Device 42", device);
    return first.next("Kernel", kernelMeasurement, device).next("Services", services, device);
  }

  private static Certificate root(BootLayer layer) {
    return layer.chain().get(layer.chain().size() - 1);
  }

  @Test
  void deviceSaysWhatItBooted() throws Exception {
    BootLayer layer = boot(kernel);
    byte[] message = layer.attest(nonce, claims, device);
    Attestation attestation = Attestation.verify(root(layer), layer.chain(), message, nonce, NOW);
    assertArrayEquals(claims, attestation.claims());
    assertEquals(2, attestation.measurements().size());
    assertArrayEquals(kernel, attestation.measurements().get(0));
    assertArrayEquals(services, attestation.measurements().get(1));
    CertificateFactory peer = CertificateFactory.getInstance("X.509", new BouncyCastleProvider());
    List<X509Certificate> read = new ArrayList<>();
    for (Certificate certificate : layer.chain()) {
      read.add(
          (X509Certificate)
              peer.generateCertificate(new ByteArrayInputStream(certificate.encode())));
    }
    read.get(0).verify(read.get(1).getPublicKey(), new BouncyCastleProvider());
    read.get(1).verify(read.get(2).getPublicKey(), new BouncyCastleProvider());
    assertEquals("CN=Device 42", read.get(2).getSubjectX500Principal().getName());
  }

  @Test
  void changedCodeHasAnotherKey() {
    BootLayer layer = boot(kernel);
    BootLayer same = boot(kernel);
    byte[] other = kernel.clone();
    other[0] ^= 1;
    BootLayer changed = boot(other);
    assertEquals(layer.chain().get(0).publicKey(), same.chain().get(0).publicKey());
    assertFalse(layer.chain().get(0).publicKey().equals(changed.chain().get(0).publicKey()));
    byte[] message = changed.attest(nonce, claims, device);
    assertThrows(
        CryptoException.class,
        () -> Attestation.verify(root(layer), layer.chain(), message, nonce, NOW));
    assertFalse(
        Arrays.equals(
            layer.newRoot().derive("x", kernel, 32), changed.newRoot().derive("x", kernel, 32)));
  }

  @Test
  void liesAreRefused() {
    BootLayer layer = boot(kernel);
    byte[] message = layer.attest(nonce, claims, device);
    assertThrows(
        CryptoException.class,
        () -> Attestation.verify(root(layer), layer.chain(), message, device.bytes(16), NOW));
    device.rootSecret[0]++;
    BootLayer stranger = boot(kernel);
    byte[] strange = stranger.attest(nonce, claims, device);
    assertThrows(
        CryptoException.class,
        () -> Attestation.verify(root(layer), stranger.chain(), strange, nonce, NOW));
    List<Certificate> gap = List.of(layer.chain().get(0), layer.chain().get(2));
    assertThrows(
        CryptoException.class, () -> Attestation.verify(root(layer), gap, message, nonce, NOW));
    assertThrows(CryptoException.class, () -> layer.next("Short", new byte[32], device));
    assertThrows(CryptoException.class, () -> new DeviceRoot(new byte[31]));
  }

  /** A layer that has handed over cannot sign any more. */
  @Test
  void layersForgetThemselves() {
    BootLayer first = BootLayer.first(new DeviceRoot(device.rootSecret), "Device 42", device);
    BootLayer second = first.next("Kernel", kernel, device);
    byte[] message = first.attest(nonce, claims, device);
    assertThrows(
        CryptoException.class,
        () -> Attestation.verify(root(second), first.chain(), message, nonce, NOW));
  }
}
