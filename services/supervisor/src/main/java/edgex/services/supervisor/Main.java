package edgex.services.supervisor;

import edgex.abi.MessagePage;
import edgex.abi.ipc.Answer;
import edgex.abi.ipc.Dispatcher;
import edgex.abi.ipc.Message;
import edgex.abi.service.SupervisorDispatcher;
import edgex.manifest.Component;
import edgex.manifest.Limits;
import edgex.manifest.Manifest;
import edgex.manifest.ManifestException;
import edgex.manifest.ManifestParser;
import edgex.manifest.RestartPolicy;
import edgex.manifest.Start;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.image.ImageEntry;
import edgex.runtime.image.ImageFormatException;
import edgex.runtime.image.ImageIndex;
import edgex.runtime.image.MappedImage;
import edgex.runtime.ipc.Server;
import edgex.runtime.ipc.ServerEvents;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;
import edgex.runtime.system.SystemCalls;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The root process: reads the image's manifest, starts the components, serves. */
public final class Main implements Dispatcher, ServerEvents {
  private final ProcessTable table = new ProcessTable();
  private final Supervision supervision;
  private final Dispatcher requests;
  private final Server server;

  private Main(Manifest manifest, ImageIndex index, long imageBytes) {
    Endpoints endpoints = new Endpoints(manifest);
    List<String> environment = BootOptions.environment(readCommandLine());
    addComponentNames(environment, manifest);
    KernelMachine machine =
        new KernelMachine(
            new Grants(manifest, endpoints),
            new ImagePrograms(index, Capabilities.require("bootimage")),
            endpoints.own(),
            environment,
            imageBytes);
    supervision = new Supervision(table, machine, new PrintedJournal());
    SupervisorService service = new SupervisorService(manifest, table, supervision, machine);
    requests = new FaultDispatcher(supervision, new SupervisorDispatcher(service));
    server = new Server(endpoints.own(), this, this);
    addSelf(machine.nowNanos());
    addComponents(manifest, new ComponentStreams(manifest.streams()));
  }

  /** Runs until the machine is switched off. What it cannot do without ends it, and the machine. */
  public static void main(String[] arguments) {
    try {
      boot();
    } catch (ImageFormatException | ManifestException | StartException failure) {
      System.err.println("supervisor: " + failure.getMessage());
      System.exit(1);
    }
  }

  private static void boot() throws ImageFormatException, ManifestException, StartException {
    MappedImage image = MappedImage.open(Capabilities.require("bootimage"));
    ImageIndex index = ImageIndex.read(image);
    ImageEntry entry = index.find(Manifest.IMAGE_PATH);
    if (entry == null) {
      throw new ImageFormatException("the image has no manifest at " + Manifest.IMAGE_PATH);
    }
    byte[] text = new byte[(int) entry.sizeBytes()];
    image.read(entry.offset(), text, 0, text.length);
    Manifest manifest = ManifestParser.parse(new String(text, StandardCharsets.UTF_8));
    new Main(manifest, index, image.sizeBytes()).run();
  }

  private void run() throws StartException {
    supervision.startPrepared();
    server.wakeAt(supervision.nextRestartNanos());
    server.run();
  }

  /** Any request may lead to a restart later, so the next one is looked for after each. */
  @Override
  public Answer dispatch(Message message, long badge, long reply) {
    Answer answer = requests.dispatch(message, badge, reply);
    server.wakeAt(supervision.nextRestartNanos());
    return answer;
  }

  @Override
  public void signalled(long bits) {}

  @Override
  public void deadlinePassed() {
    supervision.restartDue();
    server.wakeAt(supervision.nextRestartNanos());
  }

  private void addSelf(long nowNanos) {
    Limits nominal = new Limits(1, 1, 2, 1, 1);
    Component component =
        new Component(
            Manifest.SUPERVISOR_SERVICE,
            "bin/supervisor",
            Start.BOOT,
            Component.MAXIMUM_PRIORITY,
            RestartPolicy.NEVER,
            nominal,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    ProcessEntry self =
        new ProcessEntry(
            table.takeNumber(), Manifest.SUPERVISOR_SERVICE, component, null, List.of());
    self.running(Capabilities.require("process"), nowNanos);
    table.add(self);
  }

  private void addComponents(Manifest manifest, ComponentStreams streams) {
    for (Component component : manifest.components()) {
      if (component.start() == Start.BOOT) {
        ProcessEntry entry =
            new ProcessEntry(
                table.takeNumber(), component.name(), component, null, component.arguments());
        entry.streams().addAll(streams.endsOf(component.name()));
        table.add(entry);
      }
    }
  }

  /** So that the log can name the writers by their badges. */
  private static void addComponentNames(List<String> environment, Manifest manifest) {
    for (Component component : manifest.components()) {
      int number = manifest.numberOf(component.name());
      environment.add("component." + number + "=" + component.name());
    }
  }

  private static String readCommandLine() {
    int system = Capabilities.require("system");
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int count = readPart(system, line);
    while (count > 0) {
      count = readPart(system, line);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static int readPart(int system, ByteArrayOutputStream line) {
    int count =
        KernelException.check(
            "read command line", SystemCalls.commandLineRead(system, line.size()));
    byte[] part = new byte[count];
    RawMemory.read(StartData.messagePage() + MessagePage.BYTES_OFFSET, part, 0, count);
    line.write(part, 0, count);
    return count;
  }
}
