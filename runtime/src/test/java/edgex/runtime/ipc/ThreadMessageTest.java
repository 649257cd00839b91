package edgex.runtime.ipc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import edgex.abi.MessageInformation;
import edgex.abi.MessagePage;
import edgex.abi.ipc.Message;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;
import org.junit.jupiter.api.Test;

/** What is written to the message arrives when the kernel's part is a copy onto itself. */
class ThreadMessageTest {
  private static final int INFORMATION_OFFSET = 8;

  private final ThreadMessage message = ThreadMessage.current();

  /** As the kernel does: the information word of the sender is that of the receiver. */
  private void deliver() {
    RawMemory.putLong(
        StartData.messagePage() + MessagePage.FREE_OFFSET + INFORMATION_OFFSET,
        message.information());
    message.arrive();
  }

  @Test
  void everyLaneArrives() {
    byte[] bytes = {1, 2, 3, -4, 5};
    message.begin(77);
    message.putWord(Long.MIN_VALUE);
    message.putWord(42);
    message.putBytes(bytes, 1, 3);
    message.putBytes(bytes, 0, 2);
    message.putCapability(0x7fff_ffff);
    message.acceptCapabilities(2);
    assertEquals(MessageInformation.of(77, 2, 5, 1, 2), message.information());
    deliver();
    assertEquals(77, message.label());
    assertEquals(2, message.wordsLeft());
    assertEquals(Long.MIN_VALUE, message.takeWord());
    assertEquals(42, message.takeWord());
    byte[] read = new byte[6];
    message.takeBytes(read, 1, 5);
    assertArrayEquals(new byte[] {0, 2, 3, -4, 1, 2}, read);
    assertEquals(1, message.capabilitiesLeft());
    assertEquals(0x7fff_ffff, message.takeCapability());
    assertEquals(0, message.wordsLeft() + message.bytesLeft() + message.capabilitiesLeft());
  }

  @Test
  void fullMessageArrives() {
    message.begin(1);
    byte[] bytes = new byte[Message.MAXIMUM_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    message.putBytes(bytes, 0, bytes.length);
    for (int i = 0; i < Message.MAXIMUM_WORDS; i++) {
      message.putWord(-i);
    }
    for (int i = 0; i < Message.MAXIMUM_CAPABILITIES; i++) {
      message.putCapability(100 + i);
    }
    assertThrows(IllegalStateException.class, () -> message.putWord(0));
    assertThrows(IllegalStateException.class, () -> message.putBytes(bytes, 0, 1));
    assertThrows(IllegalStateException.class, () -> message.putCapability(1));
    deliver();
    byte[] read = new byte[bytes.length];
    message.takeBytes(read, 0, read.length);
    assertArrayEquals(bytes, read);
    for (int i = 0; i < Message.MAXIMUM_WORDS; i++) {
      assertEquals(-i, message.takeWord());
    }
    for (int i = 0; i < Message.MAXIMUM_CAPABILITIES; i++) {
      assertEquals(100 + i, message.takeCapability());
    }
  }

  @Test
  void moreThanArrivedCannotBeTaken() {
    message.begin(1);
    message.putWord(1);
    assertThrows(IllegalStateException.class, message::takeWord);
    deliver();
    assertThrows(IllegalStateException.class, () -> message.putWord(1));
    message.takeWord();
    assertThrows(IllegalStateException.class, message::takeWord);
    assertThrows(IllegalStateException.class, () -> message.takeBytes(new byte[1], 0, 1));
    assertThrows(IllegalStateException.class, message::takeCapability);
    assertThrows(IndexOutOfBoundsException.class, () -> message.takeBytes(new byte[1], 1, 1));
    assertThrows(IllegalArgumentException.class, () -> message.acceptCapabilities(5));
    assertThrows(IllegalArgumentException.class, () -> message.acceptCapabilities(-1));
  }
}
