package edgex.abi.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated accessors agree with {@link ByteBuffer} on every byte. */
final class LayoutTest {
  private static final int BASE = 8;
  private static final int ROUNDS = 10_000;
  private final Random random = new Random(3);

  @Test
  void littleEndianFieldsLieWhereDeclared() {
    ByteBuffer expected = ArrayMemory.BYTES.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < ROUNDS; i++) {
      long value = random.nextLong();
      Little.setTiny(BASE, (int) value);
      assertEquals((byte) value, expected.get(BASE));
      assertEquals(value & 0xff, Little.tiny(BASE));
      Little.setSmall(BASE, (int) value);
      assertEquals((short) value, expected.getShort(BASE + 2));
      assertEquals(value & 0xffff, Little.small(BASE));
      Little.setMedium(BASE, (int) value);
      assertEquals((int) value, expected.getInt(BASE + 4));
      assertEquals((int) value, Little.medium(BASE));
      Little.setWide(BASE, value);
      assertEquals((int) value, expected.getInt(BASE + 8));
      assertEquals(value & 0xffffffffL, Little.wide(BASE));
      Little.setLarge(BASE, value);
      assertEquals(value, expected.getLong(BASE + 16));
      assertEquals(value, Little.large(BASE));
      Little.setItems(BASE, 2, (int) value);
      assertEquals((short) value, expected.getShort(BASE + 32));
      assertEquals(value & 0xffff, Little.items(BASE, 2));
    }
  }

  @Test
  void bigEndianFieldsAreSwapped() {
    ByteBuffer expected = ArrayMemory.BYTES.duplicate().order(ByteOrder.BIG_ENDIAN);
    for (int i = 0; i < ROUNDS; i++) {
      long value = random.nextLong();
      Big.setTiny(BASE, (int) value);
      assertEquals(value & 0xff, Big.tiny(BASE));
      Big.setSmall(BASE, (int) value);
      assertEquals((short) value, expected.getShort(BASE + 2));
      assertEquals(value & 0xffff, Big.small(BASE));
      Big.setMedium(BASE, (int) value);
      assertEquals((int) value, expected.getInt(BASE + 4));
      assertEquals((int) value, Big.medium(BASE));
      Big.setWide(BASE, value);
      assertEquals((int) value, expected.getInt(BASE + 8));
      assertEquals(value & 0xffffffffL, Big.wide(BASE));
      Big.setLarge(BASE, value);
      assertEquals(value, expected.getLong(BASE + 16));
      assertEquals(value, Big.large(BASE));
    }
  }

  @Test
  void bitsChangeNothingAroundThem() {
    for (int i = 0; i < ROUNDS; i++) {
      long before = random.nextLong();
      long value = random.nextLong();
      Little.setLarge(BASE, before);
      Little.setMiddle(BASE, value);
      long mask = ((1L << 40) - 1) << 12;
      assertEquals((before & ~mask) | ((value << 12) & mask), Little.large(BASE));
      assertEquals(value & ((1L << 40) - 1), Little.middle(BASE));
      Little.setMedium(BASE, (int) before);
      Little.setTop(BASE, 1);
      assertEquals((int) before | Integer.MIN_VALUE, Little.medium(BASE));
      assertEquals(1, Little.top(BASE));
    }
  }
}
