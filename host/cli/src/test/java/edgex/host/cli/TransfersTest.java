package edgex.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.host.machine.HostLinkDecoder;
import edgex.host.machine.HostLinkReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransfersTest {
  @TempDir Path folder;

  @Test
  void readsPathsWithColons() throws IOException, UserException {
    Path file = Files.writeString(folder.resolve("a:b"), "text");
    Transfers transfers =
        Transfers.parse(List.of(file + ":/tmp/x"), List.of("/tmp/y:" + folder.resolve("out:put")));
    assertEquals(Map.of("tmp/x", file), transfers.into());
    assertEquals(Map.of("/tmp/y", folder.resolve("out:put")), transfers.from());
  }

  @Test
  void savesWhatCameAndNamesWhatDidNot() throws IOException, UserException {
    Path file = folder.resolve("abc");
    Transfers transfers =
        Transfers.parse(
            List.of(), List.of("/tmp/abc:" + file, "/none:" + file + "1", "/silent:" + file + "2"));
    HostLinkReport report =
        HostLinkDecoder.decode(
            "EDGEX 1 file 3 352441c2 /tmp/abc\nabc\nEDGEX 1 missing /none\nEDGEX 1 exit 0\n"
                .getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of("--get: the guest has no file /none", "--get: the guest did not send /silent"),
        transfers.save(report));
    assertEquals("abc", Files.readString(file));
  }

  @Test
  void saysThatTheDiskIsFull() throws UserException {
    Transfers transfers = Transfers.parse(List.of(), List.of("/tmp/abc:/dev/full"));
    HostLinkReport report =
        HostLinkDecoder.decode(
            "EDGEX 1 file 3 352441c2 /tmp/abc\nabc\n".getBytes(StandardCharsets.UTF_8));
    String message = assertThrows(UserException.class, () -> transfers.save(report)).getMessage();
    assertTrue(message.contains("the disk is full"), message);
  }
}
