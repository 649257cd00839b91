package edgex.crypto.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.der.DerReader;
import edgex.crypto.encoding.der.DerTag;
import edgex.crypto.encoding.der.DerTime;
import edgex.crypto.encoding.der.DerWriter;
import edgex.crypto.encoding.der.Pem;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements against BouncyCastle's; what is not the one encoding of a value is refused. */
final class DerTest {
  private final SeededRandom random = new SeededRandom(690);

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static void sameAs(ASN1Encodable expected, DerWriter written) throws IOException {
    assertArrayEquals(expected.toASN1Primitive().getEncoded("DER"), written.toBytes());
  }

  @Test
  void elementsAreThePeers() throws IOException {
    for (int i = 0; i < 300; i++) {
      byte[] bytes = random.bytes(i < 200 ? i : 400 * i);
      sameAs(new DEROctetString(bytes), new DerWriter().octetString(bytes));
      BigInteger number = new BigInteger(1, bytes);
      sameAs(new ASN1Integer(number), new DerWriter().unsignedInteger(bytes));
      int small = random.below(Integer.MAX_VALUE) >> random.below(31);
      DerWriter written = new DerWriter().integer(small);
      sameAs(new ASN1Integer(small), written);
      assertEquals(small, new DerReader(written.toBytes()).readSmallInteger());
      int bits = random.below(512);
      DerWriter named = new DerWriter().namedBits(bits);
      assertEquals(bits, new DerReader(named.toBytes()).readNamedBits());
    }
    sameAs(new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign), new DerWriter().namedBits(0x60));
    sameAs(new KeyUsage(KeyUsage.decipherOnly), new DerWriter().namedBits(0x100));
    sameAs(ASN1Boolean.TRUE, new DerWriter().truth());
    DerWriter inner = new DerWriter().integer(7).truth();
    sameAs(
        new DERSequence(new ASN1Encodable[] {new ASN1Integer(7), ASN1Boolean.TRUE}),
        new DerWriter().sequence(inner));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.3.101.112",
        "2.16.840.1.101.3.4.3.18",
        "1.2.840.113549.1.9.16.3.17",
        "2.999.1",
        "0.0",
        "2.39",
        "1.3.6.1.4.1.4611686018427387904.127.128"
      })
  void identifiersAreThePeers(String identifier) throws IOException {
    DerWriter written = new DerWriter().objectIdentifier(identifier);
    sameAs(new ASN1ObjectIdentifier(identifier), written);
    assertEquals(identifier, new DerReader(written.toBytes()).readObjectIdentifier());
  }

  @Test
  void timesAreThePeers() throws IOException {
    long first = LocalDateTime.of(1950, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    long last = LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
    for (int i = 0; i < 20_000; i++) {
      long seconds = first + (long) (random.below(1 << 30) * ((last - first) / (double) (1 << 30)));
      seconds = i == 0 ? first : i == 1 ? last : seconds;
      DerWriter written = new DerWriter();
      DerTime.write(written, seconds);
      assertEquals(seconds, DerTime.read(new DerReader(written.toBytes())));
      LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
      java.util.Date date = java.util.Date.from(time.toInstant(ZoneOffset.UTC));
      sameAs(
          time.getYear() < 2050 ? new ASN1UTCTime(date) : new ASN1GeneralizedTime(date), written);
    }
    assertThrows(IllegalArgumentException.class, () -> DerTime.write(new DerWriter(), first - 1));
    assertThrows(IllegalArgumentException.class, () -> DerTime.write(new DerWriter(), last + 1));
  }

  private static void refused(String encoded, Consumer<DerReader> read) {
    assertThrows(
        CryptoException.class, () -> read.accept(new DerReader(hex(encoded))), () -> encoded);
  }

  @Test
  void otherEncodingsAreRefused() {
    refused("", DerReader::readElement);
    refused("04", DerReader::readElement);
    refused("0480", DerReader::readElement);
    refused("048101ff", DerReader::readElement);
    refused("0482008000", DerReader::readElement);
    refused("0402ff", DerReader::readElement);
    refused("04847fffffff", DerReader::readElement);
    refused("0483ffffff", DerReader::readElement);
    refused("1f0100", DerReader::readElement);
    refused("0200", DerReader::readInteger);
    refused("02020001", DerReader::readInteger);
    refused("0202ff80", DerReader::readInteger);
    refused("020180", DerReader::readSmallInteger);
    refused("02050080000000", DerReader::readSmallInteger);
    refused("010101", DerReader::readBoolean);
    refused("01020000", DerReader::readBoolean);
    refused("0600", DerReader::readObjectIdentifier);
    refused("06022a80", DerReader::readObjectIdentifier);
    refused("06032a8001", DerReader::readObjectIdentifier);
    refused("060b2affffffffffffffffff7f", DerReader::readObjectIdentifier);
    refused("0300", DerReader::readBitString);
    refused("03020101", DerReader::readBitString);
    refused("03020006", DerReader::readNamedBits);
    refused("03020800", DerReader::readNamedBits);
    refused("030101", DerReader::readNamedBits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "170d3236303233303030303030305a",
        "170d3236303133323030303030305a",
        "170d3236303130313234303030305a",
        "170d3236303130313030363030305a",
        "170d3236303130313030303036305a",
        "170d32363031303130303030303031",
        "170b323630313031303030305a",
        "17113236303130313030303030302b30303030",
        "180f32303439303130313030303030305a",
        "180f32303530303030313030303030305a",
        "170d3a36303130313030303030305a"
      })
  void timesThatDoNotExistAreRefused(String encoded) {
    refused(encoded, DerTime::read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "-----BEGIN A-----\n",
        "-----BEGIN A-----\nAAA\n-----END A-----\n",
        "-----BEGIN A-----\nAAAB\n-----END B-----\n",
        "-----BEGIN A-----\nAA*=\n-----END A-----\n",
        "-----BEGIN A-----\nAB==\n-----END A-----\n",
        "-----BEGIN A-----\nAAA=\nAAAA\n-----END A-----\n",
        "-----BEGIN A-----\n====\n-----END A-----\n",
        "-----BEGIN A-----\n\nAAAA\n-----END A-----\n",
        "-----BEGIN -----\nAAAA\n-----END -----\n",
        "-----BEGIN A-----\nAAAA\n-----END A-----\n-----BEGIN A-----\nAAAA\n-----END A-----\n"
      })
  void otherTextIsNoPem(String text) {
    assertThrows(CryptoException.class, () -> Pem.decode(text, "A"));
  }

  @Test
  void innerElementsStayInside() {
    DerReader outer = new DerReader(hex("30030201053001"));
    DerReader inner = outer.readInner(DerTag.SEQUENCE);
    assertEquals(5, inner.readSmallInteger());
    assertTrue(inner.atEnd());
    inner.requireEnd();
    assertThrows(CryptoException.class, inner::readElement);
    assertThrows(CryptoException.class, outer::requireEnd);
  }
}
