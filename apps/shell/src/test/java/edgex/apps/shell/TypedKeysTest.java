package edgex.apps.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TypedKeysTest {
  private final TypedKeys keys = new TypedKeys(4);

  @Test
  void givesTheLastInTheirOrder() {
    type("abc");
    assertArrayEquals(bytes("bc"), keys.last(2));
    assertArrayEquals(bytes("abc"), keys.last(3));
    assertArrayEquals(bytes(""), keys.last(0));
  }

  @Test
  void givesNoMoreThanWasTyped() {
    type("ab");
    assertArrayEquals(bytes("ab"), keys.last(4096));
  }

  @Test
  void forgetsTheOldest() {
    type("abcdef");
    assertArrayEquals(bytes("cdef"), keys.last(6));
  }

  @Test
  void forgetsAllWhenCleared() {
    type("abc");
    keys.clear();
    type("d");
    assertArrayEquals(bytes("d"), keys.last(3));
  }

  private void type(String text) {
    for (byte key : bytes(text)) {
      keys.add(key);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
