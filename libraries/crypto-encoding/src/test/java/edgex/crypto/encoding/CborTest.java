package edgex.crypto.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import edgex.crypto.CryptoException;
import edgex.crypto.encoding.cbor.CborReader;
import edgex.crypto.encoding.cbor.CborWriter;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items against another implementation; what is not the one encoding is refused. */
final class CborTest {
  private static final CBOREncodeOptions CANONICAL =
      new CBOREncodeOptions("ctap2canonical=true;depth=32");

  private final SeededRandom random = new SeededRandom(8949);

  @Test
  void numbersAreThePeers() {
    for (int i = 0; i < 5000; i++) {
      long value = 0;
      for (byte part : random.bytes(8)) {
        value = value << 8 | (part & 0xFF);
      }
      value >>= random.below(64);
      byte[] encoded = new CborWriter().integer(value).toBytes();
      assertArrayEquals(CBORObject.FromObject(value).EncodeToBytes(), encoded);
      CborReader reader = new CborReader(encoded);
      assertEquals(value, reader.readInteger());
      reader.requireEnd();
    }
  }

  /** Random items in one another, which the peer writes and we read and write again. */
  @Test
  void itemsAreThePeers() {
    for (int i = 0; i < 2000; i++) {
      byte[] encoded = randomItem(4).EncodeToBytes(CANONICAL);
      CborReader reader = new CborReader(encoded);
      assertArrayEquals(encoded, reader.readItem());
      reader.requireEnd();
      assertArrayEquals(encoded, copy(encoded));
    }
  }

  private CBORObject randomItem(int depth) {
    return switch (random.below(depth > 0 ? 7 : 4)) {
      case 0 -> CBORObject.FromObject(random.below(1 << random.below(31)) - 1000);
      case 1 -> CBORObject.FromObject(random.bytes(random.below(300)));
      case 2 -> CBORObject.FromObject("é\"" + "x".repeat(random.below(40)));
      case 3 ->
          random.below(2) == 0 ? CBORObject.Null : CBORObject.FromObject(random.below(2) == 0);
      case 4 -> randomArray(depth);
      case 5 -> randomMap(depth);
      default -> randomItem(depth - 1);
    };
  }

  private CBORObject randomArray(int depth) {
    CBORObject array = CBORObject.NewArray();
    for (int i = random.below(5); i > 0; i--) {
      array.Add(randomItem(depth - 1));
    }
    return array;
  }

  private CBORObject randomMap(int depth) {
    CBORObject map = CBORObject.NewMap();
    for (int i = random.below(30); i > 0; i--) {
      map.set(CBORObject.FromObject(random.below(600) - 300), randomItem(depth - 1));
    }
    return map;
  }

  /** What an item becomes that is read and written item by item. */
  private static byte[] copy(byte[] encoded) {
    CborWriter output = new CborWriter();
    CborReader input = new CborReader(encoded);
    copy(input, output);
    return output.toBytes();
  }

  private static void copy(CborReader input, CborWriter output) {
    switch (input.nextKind()) {
      case UNSIGNED, NEGATIVE -> output.integer(input.readInteger());
      case BYTES -> output.bytes(input.readBytes());
      case TEXT -> output.text(input.readText());
      case ARRAY -> {
        int count = input.readArray();
        output.array(count);
        for (int i = 0; i < count; i++) {
          copy(input, output);
        }
      }
      case MAP -> {
        int[] count = new int[1];
        CborWriter pairs = new CborWriter();
        input.readMap(
            key -> {
              count[0]++;
              copy(input, pairs.integer(key));
            });
        output.map(count[0]).encoded(pairs.toBytes());
      }
      case TAG -> copy(input, output.tag(input.readTag()));
      default -> {
        if (input.skipNothing()) {
          output.nothing();
        } else {
          output.truth(input.readTruth());
        }
      }
    }
  }

  /** Examples of RFC 8949, appendix A, that the deterministic subset has. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00",
        "17",
        "1818",
        "1903e8",
        "1a000f4240",
        "1b000000e8d4a51000",
        "20",
        "3863",
        "3903e7",
        "f4",
        "f5",
        "f6",
        "40",
        "4401020304",
        "60",
        "6449455446",
        "62c3bc",
        "64f0908591",
        "80",
        "8301820203820405",
        "a0",
        "a201020304",
        "c11a514b67b0",
        "d818456449455446"
      })
  void examplesAreKept(String hex) {
    byte[] encoded = HexFormat.of().parseHex(hex);
    assertArrayEquals(encoded, copy(encoded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1817",
        "190001",
        "1a0000ffff",
        "1b00000000ffffffff",
        "18",
        "19ff",
        "1c",
        "1f",
        "3b8000000000000000",
        "1b8000000000000000",
        "5f42010243030405ff",
        "41",
        "5bffffffffffffffff",
        "61ff",
        "62c328",
        "63eda080",
        "9f01ff",
        "9bffffffffffffffff",
        "82",
        "a201010101",
        "a202010101",
        "a20102",
        "a22000000a",
        "bf0102ff",
        "f7",
        "f800",
        "f820",
        "f93c00",
        "fb3ff0000000000000",
        "c1",
        "ff",
        "a16161"
      })
  void otherEncodingsAreRefused(String hex) {
    byte[] encoded = HexFormat.of().parseHex(hex);
    assertThrows(CryptoException.class, () -> copy(encoded));
    assertThrows(
        CryptoException.class,
        () -> {
          CborReader reader = new CborReader(encoded);
          reader.readItem();
          copy(encoded);
        });
  }

  @Test
  void depthIsLimited() {
    byte[] deep = new byte[100];
    java.util.Arrays.fill(deep, (byte) 0x81);
    assertThrows(CryptoException.class, () -> new CborReader(deep).readItem());
    CborReader two = new CborReader(new byte[] {0, 0});
    assertEquals(0, two.readInteger());
    assertThrows(CryptoException.class, two::requireEnd);
    assertTrue(new CborReader(new byte[0]).atEnd());
  }
}
