package edgex.crypto.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORObject;
import edgex.crypto.CryptoException;
import edgex.crypto.encoding.cose.CoseKey;
import edgex.crypto.encoding.cose.CoseSign1;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PublicKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages and keys that another CBOR implementation takes apart and BouncyCastle verifies. */
final class CoseTest {
  private static final byte[] NONE = {};

  private final SeededRandom random = new SeededRandom(9052);

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ED25519", "P_256"})
  void signaturesAreThePeers(KeyAlgorithm algorithm) throws GeneralSecurityException {
    PrivateKey key = PrivateKey.generate(algorithm, random);
    byte[] payload = random.bytes(40);
    byte[] external = random.bytes(5);
    byte[] message = CoseSign1.sign(key, new byte[] {'7'}, payload, external, random);
    CBORObject parts = CBORObject.DecodeFromBytes(message);
    assertTrue(parts.HasMostOuterTag(18));
    byte[] signed =
        CBORObject.NewArray()
            .Add("Signature1")
            .Add(parts.get(0).GetByteString())
            .Add(external)
            .Add(parts.get(2).GetByteString())
            .EncodeToBytes();
    assertArrayEquals(payload, parts.get(2).GetByteString());
    java.security.PublicKey theirs =
        Peers.publicKey(algorithm, key.publicKey().encode(), Peers.BOUNCY_CASTLE);
    byte[] signature = Peers.peerForm(algorithm, parts.get(3).GetByteString());
    assertTrue(Peers.verify(algorithm, theirs, signed, signature, Peers.BOUNCY_CASTLE));

    CoseSign1 decoded = CoseSign1.decode(message);
    assertTrue(decoded.verify(key.publicKey(), external));
    assertFalse(decoded.verify(key.publicKey(), NONE));
    assertArrayEquals(new byte[] {'7'}, decoded.keyIdentifier());
    assertArrayEquals(payload, decoded.payload());
    PrivateKey other = PrivateKey.generate(algorithm, random);
    assertFalse(decoded.verify(other.publicKey(), external));
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ED25519", "P_256"})
  void keysComeBack(KeyAlgorithm algorithm) {
    PrivateKey key = PrivateKey.generate(algorithm, random);
    byte[] encoded = CoseKey.encode(key);
    PrivateKey again = CoseKey.decodePrivate(encoded);
    assertArrayEquals(key.seed(), again.seed());
    byte[] shared = CoseKey.encode(key.publicKey());
    assertEquals(key.publicKey(), CoseKey.decodePublic(shared));
    assertThrows(CryptoException.class, () -> CoseKey.decodePublic(encoded));
    assertThrows(CryptoException.class, () -> CoseKey.decodePrivate(shared));
    CBORObject map = CBORObject.DecodeFromBytes(shared);
    assertTrue(map.ContainsKey(CBORObject.FromObject(-1)));
    byte[] damaged = encoded.clone();
    damaged[damaged.length - 1] ^= 1;
    assertThrows(CryptoException.class, () -> CoseKey.decodePrivate(damaged));
  }

  /** RFC 9052, appendix C.2.1: the RFC's own signature, and the key of appendix C.7.1. */
  @Test
  void theStandardsExampleIsValid() {
    HexFormat hex = HexFormat.of();
    byte[] message =
        hex.parseHex(
            "d28443a10126a10442313154546869732069732074686520636f6e74656e742e58408eb33e4ca31d1c46"
                + "5ab05aac34cc6b23d58fef5c083106c4d25a91aef0b0117e2af9a291aa32e14ab834dc56ed2a22"
                + "3444547e01f11d3b0916e5a4c345cacb36");
    byte[] point =
        hex.parseHex(
            "04bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff"
                + "20138bf82dc1b6d562be0fa54ab7804a3a64b6d72ccfed6b6fb6ed28bbfc117e");
    PublicKey key = new PublicKey(KeyAlgorithm.P_256, point);
    CoseSign1 decoded = CoseSign1.decode(message);
    assertTrue(decoded.verify(key, NONE));
    assertEquals("11", new String(decoded.keyIdentifier(), StandardCharsets.US_ASCII));
    assertEquals("This is the content.", new String(decoded.payload(), StandardCharsets.US_ASCII));
  }

  @Test
  void payloadMayComeAnotherWay() {
    PrivateKey key = PrivateKey.generate(KeyAlgorithm.ED25519, random);
    byte[] payload = random.bytes(40);
    CBORObject parts = CBORObject.DecodeFromBytes(CoseSign1.sign(key, NONE, payload, NONE, random));
    parts.set(2, CBORObject.Null);
    CoseSign1 detached = CoseSign1.decode(parts.EncodeToBytes());
    byte[] made = CoseSign1.signDetached(key, payload, NONE, random);
    assertArrayEquals(parts.EncodeToBytes(), made);
    assertFalse(detached.hasPayload());
    assertTrue(detached.verifyDetached(key.publicKey(), NONE, payload));
    assertThrows(CryptoException.class, () -> detached.verify(key.publicKey(), NONE));
  }

  @Test
  void otherHeadersAreRefused() {
    PrivateKey key = PrivateKey.generate(KeyAlgorithm.ED25519, random);
    CBORObject parts = CBORObject.DecodeFromBytes(CoseSign1.sign(key, NONE, NONE, NONE, random));
    byte[] critical = HexFormat.of().parseHex("a20132028118ff");
    parts.set(0, CBORObject.FromObject(critical));
    assertThrows(CryptoException.class, () -> CoseSign1.decode(parts.EncodeToBytes()));
    parts.set(0, CBORObject.FromObject(HexFormat.of().parseHex("a10120")));
    assertThrows(CryptoException.class, () -> CoseSign1.decode(parts.EncodeToBytes()));
    CryptoException refusal =
        assertThrows(
            CryptoException.class,
            () -> CoseKey.encode(PrivateKey.generate(KeyAlgorithm.X25519, random)));
    assertTrue(refusal.getMessage().contains("X25519"));
  }
}
