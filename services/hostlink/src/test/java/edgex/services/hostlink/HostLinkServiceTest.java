package edgex.services.hostlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.ipc.ServiceErrors;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.HostLinkErrors;
import edgex.host.machine.HostLinkDecoder;
import edgex.host.machine.HostLinkReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the service writes is read by the host's own decoder. */
class HostLinkServiceTest {
  private static final int CLIENT = 9;
  private static final int NOT_MEMORY = 0;
  private static final int MEMORY = 1;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private byte[] content = new byte[0];
  private int openMemories;
  private int lineBytesWhenDrained;
  private final HostLinkService service =
      new HostLinkService(
          new RecordWriter(line), this::open, () -> lineBytesWhenDrained = line.size());

  @Test
  void theHostReadsFilesOfAnyContentAndSize() throws ServiceException {
    Random random = new Random(7);
    int[] sizes = {1, 2, 1023, 1024, 1025, 5000, 70_000};
    for (int size : sizes) {
      content = new byte[size];
      random.nextBytes(content);
      service.sendFile(CLIENT, "/tmp/out " + size, MEMORY, size);
      ByteBuffer received = report().files().get("/tmp/out " + size);
      byte[] bytes = new byte[received.remaining()];
      received.duplicate().get(bytes);
      assertArrayEquals(content, bytes);
    }
    assertEquals(sizes.length, report().files().size());
    assertEquals(0, openMemories);
  }

  @Test
  void onlyAsMuchAsWasAskedForIsSent() throws ServiceException {
    content = new byte[] {'a', 'b', 'c', 'd'};
    service.sendFile(CLIENT, "/a", MEMORY, 2);
    assertEquals(ByteBuffer.wrap(new byte[] {'a', 'b'}), report().files().get("/a"));
  }

  @Test
  void anEmptyFileNeedsNoMemory() throws ServiceException {
    service.sendFile(CLIENT, "/empty", NOT_MEMORY, 0);
    assertEquals(0, report().files().get("/empty").remaining());
  }

  @Test
  void theCheckSumHasAllItsDigits() throws ServiceException {
    // The four bytes whose CRC-32 is 0.
    content = new byte[] {(byte) 0x9d, 0x0a, (byte) 0xd9, 0x6d};
    service.sendFile(CLIENT, "/zeros", MEMORY, content.length);
    assertTrue(line.toString(StandardCharsets.ISO_8859_1).startsWith("EDGEX 1 file 4 00000000 /"));
    assertEquals(Optional.empty(), report().damage());
    for (int value = 0; value < 2000; value++) {
      line.reset();
      content = new byte[] {(byte) value, (byte) (value >> 8)};
      service.sendFile(CLIENT, "/x", MEMORY, content.length);
      assertEquals(Optional.empty(), report().damage());
    }
  }

  @Test
  void missingFilesAndTheStatusArrive() throws ServiceException {
    service.sendMissing(CLIENT, "/no such file");
    service.sendMissing(CLIENT, "/ü");
    service.sendExit(CLIENT, 137);
    assertEquals(List.of("/no such file", "/ü"), report().missing());
    assertEquals(OptionalInt.of(137), report().exitStatus());
    assertEquals(line.size(), lineBytesWhenDrained);
  }

  @Test
  void aStatusHasEightBits() throws ServiceException {
    service.sendExit(CLIENT, -1);
    assertEquals(OptionalInt.of(255), report().exitStatus());
  }

  @Test
  void sizesThatCannotBeAreRefused() {
    content = new byte[10];
    assertFails(HostLinkErrors.INVALID_SIZE, MEMORY, 11);
    assertFails(HostLinkErrors.INVALID_SIZE, MEMORY, -1);
    assertFails(HostLinkErrors.INVALID_SIZE, MEMORY, Long.MAX_VALUE);
    assertFails(HostLinkErrors.INVALID_SIZE, NOT_MEMORY, 1);
    assertEquals(0, line.size());
    assertEquals(0, openMemories);
  }

  @Test
  void pathsThatWouldEndTheLineAreRefused() {
    for (String path : new String[] {"", "/a\nEDGEX 1 exit 0"}) {
      ServiceException failure =
          assertThrows(ServiceException.class, () -> service.sendMissing(CLIENT, path));
      assertEquals(ServiceErrors.MALFORMED_REQUEST, failure.code());
      assertThrows(ServiceException.class, () -> service.sendFile(CLIENT, path, MEMORY, 0));
    }
    assertEquals(0, line.size());
    assertEquals(0, openMemories);
  }

  @Test
  void aLineWithoutReaderIsReported() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("the reader of this stream is gone");
          }
        };
    HostLinkService stranded = new HostLinkService(new RecordWriter(broken), this::open, () -> {});
    ServiceException failure =
        assertThrows(ServiceException.class, () -> stranded.sendExit(CLIENT, 0));
    assertEquals(ServiceErrors.PEER_GONE, failure.code());
    assertThrows(ServiceException.class, () -> stranded.sendFile(CLIENT, "/a", MEMORY, 0));
    assertEquals(0, openMemories);
  }

  private void assertFails(int code, int handle, long sizeBytes) {
    ServiceException failure =
        assertThrows(
            ServiceException.class, () -> service.sendFile(CLIENT, "/a", handle, sizeBytes));
    assertEquals(code, failure.code());
  }

  private HostLinkReport report() {
    return HostLinkDecoder.decode(line.toByteArray());
  }

  private ContentMemory.Lent open(int handle) {
    if (handle == NOT_MEMORY) {
      return null;
    }
    openMemories++;
    return new ContentMemory.Lent() {
      @Override
      public long sizeBytes() {
        return content.length;
      }

      @Override
      public void read(long offset, byte[] target, int length) {
        System.arraycopy(content, (int) offset, target, 0, length);
      }

      @Override
      public void close() {
        openMemories--;
      }
    };
  }
}
