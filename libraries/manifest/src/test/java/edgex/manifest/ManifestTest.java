package edgex.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ManifestTest {
  private static void refused(String part, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void numbersComponentsFromOne() {
    Manifest manifest = Samples.complete();
    assertEquals(1, manifest.numberOf("log"));
    assertEquals(4, manifest.numberOf("tools"));
    assertEquals(0, manifest.numberOf("nobody"));
  }

  @Test
  void findsTheComponentOfACommand() {
    assertEquals("tools", Samples.complete().componentOfCommand("cat").name());
    assertNull(Samples.complete().componentOfCommand("dog"));
  }

  @Test
  void refusesDuplicates() {
    Component log = Samples.boot("log", List.of("log"), List.of());
    Component second = Samples.boot("second", List.of("log"), List.of());
    refused("component name log", () -> new Manifest(List.of(log, log), List.of()));
    refused("service name log", () -> new Manifest(List.of(log, second), List.of()));
    Component tools = Samples.command("tools", List.of("ls"));
    Component more = Samples.command("more", List.of("ls"));
    refused("command name ls", () -> new Manifest(List.of(log, tools, more), List.of()));
    refused("listed twice", () -> Samples.command("tools", List.of("ls", "ls")));
    refused(
        "two capabilities",
        () -> Samples.boot("a", List.of(), List.of(new Grant.BootImage(), new Grant.BootImage())));
  }

  @Test
  void refusesAServiceThatNobodyProvides() {
    Component lonely = Samples.boot("lonely", List.of(), List.of(new Grant.Service("log")));
    refused("nobody provides it", () -> new Manifest(List.of(lonely), List.of()));
  }

  @Test
  void refusesSharedDevices() {
    Component one = Samples.boot("one", List.of(), List.of(new Grant.Ports("p", 0x3f8, 8)));
    Component two = Samples.boot("two", List.of(), List.of(new Grant.Ports("q", 0x3ff, 1)));
    refused("overlap", () -> new Manifest(List.of(one, two), List.of()));
    Component three = Samples.boot("three", List.of(), List.of(new Grant.Interrupt("i", 4)));
    Component four = Samples.boot("four", List.of(), List.of(new Grant.Interrupt("j", 4)));
    refused("line 4", () -> new Manifest(List.of(three, four), List.of()));
  }

  @Test
  void refusesBrokenStreams() {
    Component one = Samples.boot("one", List.of(), List.of());
    StreamLink toNobody = new StreamLink("one", "out", "two", "in", 4096);
    refused("two.in", () -> new Manifest(List.of(one), List.of(toNobody)));
    StreamLink loop = new StreamLink("one", "x", "one", "x", 4096);
    refused("connected twice", () -> new Manifest(List.of(one), List.of(loop)));
    refused("power of two", () -> new StreamLink("one", "x", "one", "y", 5000));
    refused("power of two", () -> new StreamLink("one", "x", "one", "y", 2048));
    refused("power of two", () -> new StreamLink("one", "x", "one", "y", 1 << 25));
  }

  @Test
  void refusesValuesOutOfRange() {
    refused("65535", () -> new Grant.Ports("p", 65535, 2));
    refused("65535", () -> new Grant.Ports("p", -1, 2));
    refused("65535", () -> new Grant.Ports("p", 1, Integer.MAX_VALUE));
    refused("4095", () -> new Grant.Interrupt("i", 4096));
    refused("255", () -> new Grant.SystemObject(0));
    refused("name", () -> new Grant.Service("Log"));
    refused("name", () -> new Grant.Service(""));
    refused("name", () -> new Grant.Service("x".repeat(65)));
    refused("memory limit", () -> new Limits(100, 100, 150, 1, 1));
    refused("heap", () -> new Limits(0, 100, 150, 1, 1));
    refused("objects", () -> new Limits(1, 1, 150, 1, 0));
  }
}
