package edgex.abi.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No request and no reply, however malformed, does harm. */
final class HostileMessageTest {
  private static final int MESSAGES = 200_000;
  private static final int[] LABELS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 20, 21};
  private static final long SEED = 20_260_101;

  private final ShelfServer server = new ShelfServer();
  private final ShelfDispatcher dispatcher = new ShelfDispatcher(server);
  private final MemoryMessage message = new MemoryMessage();

  @Test
  void wrongShapesAreRefusedAndTheirCapabilitiesGivenBack() {
    message.begin(ShelfOperations.COUNT);
    message.putCapability(5);
    assertRefused(ServiceErrors.MALFORMED_REQUEST);
    assertEquals(1, message.dropped());

    message.begin(ShelfOperations.COUNT);
    message.putWord(0);
    assertRefused(ServiceErrors.MALFORMED_REQUEST);

    message.begin(ShelfOperations.COUNT);
    message.putBytes(new byte[1], 0, 1);
    assertRefused(ServiceErrors.MALFORMED_REQUEST);

    message.begin(99);
    message.putCapability(5);
    assertRefused(ServiceErrors.UNKNOWN_OPERATION);
    assertEquals(2, message.dropped());
  }

  @Test
  void wrongLengthsAreRefused() {
    for (long length : new long[] {-1, 2, 65, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE}) {
      message.begin(ShelfOperations.DESCRIBE);
      message.putWord(length);
      message.putBytes(new byte[] {'a'}, 0, 1);
      assertRefused(ServiceErrors.MALFORMED_REQUEST);
    }
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    message.begin(ShelfOperations.DESCRIBE);
    message.putWord(2);
    message.putBytes(new byte[] {(byte) 0xc0, (byte) 0x80}, 0, 2);
    assertRefused(ServiceErrors.MALFORMED_REQUEST);
  }

  @Test
  void aBadLastFieldLeavesNoCapabilityWithTheServer() {
    message.begin(ShelfOperations.PUT);
    message.putWord(1);
    message.putWord(7);
    message.putWord(300);
    message.putBytes(new byte[301], 0, 301);
    message.putCapability(5);
    assertRefused(ServiceErrors.MALFORMED_REQUEST);
    assertEquals(1, message.dropped());
    assertEquals(0, server.items().size());
  }

  @Test
  @Tag("fuzz")
  void randomRequestsAreAnsweredAndNoCapabilityIsLost() {
    Random random = new Random(SEED);
    int accepted = 0;
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = MESSAGES * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long i = 0; i < rounds; i++) {
      int droppedBefore = message.dropped();
      int itemsBefore = server.items().size();
      int capabilities = fill(message, random, LABELS[random.nextInt(LABELS.length)]);
      message.arrive();
      dispatcher.dispatch(message, 0, 0);
      int dropped = message.dropped() - droppedBefore;
      int taken = server.items().size() - itemsBefore;
      // A refused "put" keeps nothing; the only failure after taking is a name that exists.
      boolean nameTaken = message.label() == ShelfErrors.ALREADY_THERE;
      assertEquals(capabilities, dropped + taken + (nameTaken ? 1 : 0));
      accepted += message.label() == ServiceErrors.NONE ? 1 : 0;
      if (server.items().size() > 20) {
        server.items().clear();
      }
    }
    assertTrue(accepted > MESSAGES / 200, "the fuzzer must also reach the handler: " + accepted);
  }

  @Test
  @Tag("fuzz")
  void randomRepliesNeverBreakTheClient() {
    Random random = new Random(SEED);
    Dispatcher hostile =
        (reply, badge, token) -> {
          fill((MemoryMessage) reply, random, random.nextInt(4) == 0 ? random.nextInt() : 0);
          return Answer.NOW;
        };
    Shelf client = new ShelfClient(new MemoryChannel(hostile, 0));
    int succeeded = 0;
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = MESSAGES * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long i = 0; i < rounds; i++) {
      try {
        callAny(client, random.nextInt(9));
        succeeded++;
      } catch (ServiceException failure) {
        assertTrue(failure.code() != ServiceErrors.NONE);
      }
    }
    assertTrue(succeeded > MESSAGES / 100, "some random replies are well-formed: " + succeeded);
  }

  private static void callAny(Shelf client, int operation) throws ServiceException {
    byte[] buffer = new byte[16];
    switch (operation) {
      case 0 -> client.put("a", 0, 1, buffer);
      case 1 -> assertInside(client.read("a", 0, buffer), buffer);
      case 2 -> assertTrue(client.describe("a").label().length() <= 64);
      case 3 -> client.count();
      case 4 -> client.serialSum();
      case 5 -> assertTrue(client.lastName().length() <= 1024);
      case 6 -> assertTrue(client.lastContent().length <= 300);
      case 7 -> client.lastMemory();
      default -> assertInside(client.await(buffer), buffer);
    }
  }

  private static void assertInside(int filledBytes, byte[] buffer) {
    assertTrue(filledBytes >= 0 && filledBytes <= buffer.length);
  }

  /** Fills a message with anything, biased to what is nearly right; returns its capabilities. */
  private static int fill(MemoryMessage message, Random random, int label) {
    message.begin(label);
    int bytes = random.nextInt(3) == 0 ? random.nextInt(1025) : random.nextInt(6);
    byte[] content = new byte[bytes];
    random.nextBytes(content);
    for (int i = 0; random.nextBoolean() && i < bytes; i++) {
      content[i] = (byte) ('a' + (content[i] & 3));
    }
    message.putBytes(content, 0, bytes);
    int words = random.nextInt(random.nextInt(8) + 2);
    for (int i = 0; i < words; i++) {
      message.putWord(
          switch (random.nextInt(6)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(8);
            case 2 -> 0;
            default -> bytes;
          });
    }
    int capabilities = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(2);
    for (int i = 0; i < capabilities; i++) {
      message.putCapability(random.nextInt());
    }
    return capabilities;
  }

  private void assertRefused(int code) {
    message.arrive();
    assertSame(Answer.NOW, dispatcher.dispatch(message, 0, 0));
    assertEquals(code, message.label());
  }
}
