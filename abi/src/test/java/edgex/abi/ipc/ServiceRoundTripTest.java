package edgex.abi.ipc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A generated client talks to a generated dispatcher. */
final class ServiceRoundTripTest {
  private static final long BADGE = 0x1234_5678_9abc_def0L;

  private final ShelfServer server = new ShelfServer();
  private final MemoryChannel channel = new MemoryChannel(new ShelfDispatcher(server), BADGE);
  private final Shelf client = new ShelfClient(channel);

  @Test
  void everyArgumentArrivesAndEveryResultReturns() throws ServiceException {
    byte[] content = "grün".getBytes(UTF_8);
    client.put("Äpfel", Long.MIN_VALUE, -7, content);

    ShelfServer.Item item = server.items().get(0);
    assertEquals(BADGE, item.client());
    assertEquals("Äpfel", item.name());
    assertEquals(Long.MIN_VALUE, item.serial());
    assertEquals(-7, item.memory());
    assertArrayEquals(content, item.content());
    assertEquals(1, client.count());
    assertEquals(Long.MIN_VALUE, client.serialSum());
    assertEquals("Äpfel", client.lastName());
    assertArrayEquals(content, client.lastContent());
    assertEquals(-7, client.lastMemory());
    assertEquals(new Shelf.Description(5, Long.MIN_VALUE, "Äpfel", -7), client.describe("Äpfel"));
  }

  @Test
  void aBufferIsFilledFromItsFrontAndTheRestIsLeft() throws ServiceException {
    client.put("a", 0, 1, new byte[] {1, 2, 3, 4});
    byte[] buffer = {9, 9, 9, 9, 9};
    assertEquals(2, client.read("a", 2, buffer));
    assertArrayEquals(new byte[] {3, 4, 9, 9, 9}, buffer);
    assertEquals(0, client.read("a", 4, buffer));
    assertEquals(1, client.read("a", 0, new byte[1]));
  }

  @Test
  void aBufferLongerThanTheMaximumLendsItsFront() throws ServiceException {
    byte[] content = new byte[256];
    Arrays.fill(content, (byte) 5);
    client.put("a", 0, 1, content);
    assertEquals(256, client.read("a", 0, new byte[100_000]));
  }

  @Test
  void errorsOfTheServiceReachTheClient() throws ServiceException {
    assertFails(ShelfErrors.NO_SUCH_ITEM, () -> client.describe("nothing"));
    client.put("a", 0, 1, new byte[0]);
    assertFails(ShelfErrors.ALREADY_THERE, () -> client.put("a", 0, 1, new byte[0]));
  }

  @Test
  void whatIsLongerThanDeclaredIsRefusedBeforeItIsSent() {
    assertFails(ServiceErrors.TOO_LONG, () -> client.describe("x".repeat(65)));
    assertFails(ServiceErrors.TOO_LONG, () -> client.put("a", 0, 1, new byte[257]));
    assertEquals(0, server.items().size());
  }

  @Test
  void aResultLongerThanDeclaredIsAnErrorToTheClient() {
    server.items().add(new ShelfServer.Item(0, "x".repeat(1025), 0, 0, new byte[301]));
    assertFails(ServiceErrors.TOO_LONG, client::lastName);
    assertFails(ServiceErrors.TOO_LONG, client::lastContent);
  }

  @Test
  void aDeferredOperationIsAnsweredAtOnceOrLater() throws ServiceException {
    byte[] buffer = new byte[3];
    assertFails(ServiceErrors.TIMED_OUT, () -> client.await(buffer));
    assertEquals(1, server.waitingReply());
    assertEquals(3, server.waitingBytes());

    channel.answerLater(reply -> ShelfReplies.await(reply, new byte[] {4, 5}, 2));
    assertEquals(2, client.await(buffer));
    assertArrayEquals(new byte[] {4, 5, 0}, buffer);

    channel.answerLater(
        reply -> ShelfReplies.failure(reply, new ServiceException(ShelfErrors.NO_SUCH_ITEM)));
    assertFails(ShelfErrors.NO_SUCH_ITEM, () -> client.await(buffer));

    client.put("a", 0, 1, new byte[] {1, 2, 3, 4});
    assertEquals(3, client.await(buffer));
    assertArrayEquals(new byte[] {1, 2, 3}, buffer);
  }

  private static void assertFails(int code, org.junit.jupiter.api.function.Executable call) {
    assertEquals(code, assertThrows(ServiceException.class, call).code());
  }
}
