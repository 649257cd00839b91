package edgex.manifest;

import java.util.List;

/** Manifests that several tests use. */
final class Samples {
  static final Limits LIMITS = new Limits(1 << 20, 1 << 16, 1 << 22, 64, 32);

  private Samples() {}

  static Component boot(String name, List<String> provides, List<Grant> grants) {
    return new Component(
        name,
        "bin/" + name,
        Start.BOOT,
        100,
        RestartPolicy.ON_FAULT,
        LIMITS,
        List.of(),
        List.of(),
        provides,
        grants);
  }

  static Component command(String name, List<String> commands) {
    return new Component(
        name,
        "bin/" + name,
        Start.COMMAND,
        50,
        RestartPolicy.NEVER,
        LIMITS,
        List.of("", "two words", "100% \n grün"),
        commands,
        List.of(),
        List.of(new Grant.Service("log"), new Grant.SystemObject(0x40), new Grant.BootImage()));
  }

  static Manifest complete() {
    return new Manifest(
        List.of(
            boot("log", List.of("log"), List.of()),
            boot(
                "uart",
                List.of(),
                List.of(
                    new Grant.Service("log"),
                    new Grant.Ports("registers", 0x3f8, 8),
                    new Grant.Interrupt("line", 4))),
            boot("console", List.of(), List.of(new Grant.Service("supervisor"))),
            command("tools", List.of("ls", "cat"))),
        List.of(
            new StreamLink("uart", "received", "console", "keys", 4096),
            new StreamLink("console", "screen", "uart", "transmit", 8192)));
  }
}
