package edgex.toolchain.image;

import edgex.manifest.Component;
import edgex.manifest.Grant;
import edgex.manifest.Manifest;
import edgex.manifest.StreamLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code images/NAME.toml} and all it names, and checks that the parts fit together. */
public final class ImagePlanner {
  /** Its ELF file lies beside those of the programs. */
  private static final String KERNEL = "kernel";

  private final Path root;
  private final Board board;
  private final TomlSection image;
  private final List<ComponentSection> components = new ArrayList<>();

  private ImagePlanner(Path root, Board board, TomlSection image) {
    this.root = root;
    this.board = board;
    this.image = image;
  }

  /**
   * Plans an image.
   *
   * @param root the repository's folder
   * @throws ImageException naming file and line of what is wrong, and what would be right
   */
  public static ImagePlan plan(Path root, String imageName, Board board) throws ImageException {
    Path images = root.resolve("images");
    Path file = images.resolve(imageName + ".toml");
    if (!DescriptionFiles.isPlainName(imageName) || !Files.isRegularFile(file)) {
      throw new ImageException(
          "unknown image '" + imageName + "'; known: " + DescriptionFiles.list(images));
    }
    return new ImagePlanner(root, board, TomlSection.read(root, file)).plan(imageName);
  }

  private ImagePlan plan(String imageName) throws ImageException {
    image.requiredString("description");
    ProgramPlan rootProgram = rootProgram();
    TomlSection sections = image.section("components");
    for (String name : sections.keys()) {
      components.add(new ComponentSection(root, name, sections.section(name), board));
    }
    checkNames();
    checkServices();
    List<StreamLink> streams = new StreamSections(components).read(image.sections("streams"));
    SortedMap<String, Path> files = ImageFiles.read(root, image.section("files"));
    image.refuseUnknownKeys();
    List<ProgramPlan> programs = programs(rootProgram);
    return new ImagePlan(imageName, board, rootProgram, programs, manifest(streams), files);
  }

  private ProgramPlan rootProgram() throws ImageException {
    TomlSection section = image.section("root");
    Path folder = ComponentFolder.find(root, section);
    section.refuseUnknownKeys();
    TomlSection own = TomlSection.read(root, folder.resolve(ComponentFolder.FILE));
    own.requiredString("description");
    ProgramPlan plan =
        new ProgramPlan(
            folder.getFileName().toString(),
            folder,
            own.requiredString("main"),
            own.bytes("heap").orElseThrow(() -> own.failure("heap", "'heap' is missing")));
    own.refuseUnknownKeys();
    return plan;
  }

  private void checkNames() throws ImageException {
    Map<String, String> commands = new TreeMap<>();
    Map<String, String> services = new TreeMap<>();
    services.put(Manifest.SUPERVISOR_SERVICE, "the supervisor itself");
    for (ComponentSection section : components) {
      Component component = section.component();
      for (String command : component.commands()) {
        requireNew(section, "commands", "command", command, commands);
      }
      for (String service : component.provides()) {
        requireNew(section, "provides", "service", service, services);
      }
    }
  }

  private static void requireNew(
      ComponentSection section, String key, String what, String value, Map<String, String> owners)
      throws ImageException {
    String owner = owners.putIfAbsent(value, section.name());
    if (owner != null) {
      throw section.failure(
          key,
          "the " + what + " '" + value + "' of " + section.name() + " is already that of " + owner);
    }
  }

  private void checkServices() throws ImageException {
    TreeSet<String> provided = new TreeSet<>();
    provided.add(Manifest.SUPERVISOR_SERVICE);
    components.forEach(section -> provided.addAll(section.component().provides()));
    for (ComponentSection section : components) {
      for (Grant grant : section.component().grants()) {
        if (grant instanceof Grant.Service service && !provided.contains(service.name())) {
          throw section.failure(
              "uses",
              section.name()
                  + " asks for the capability '"
                  + service.name()
                  + "', which no component of this image provides; provided are: "
                  + String.join(", ", provided));
        }
      }
    }
  }

  private Manifest manifest(List<StreamLink> streams) throws ImageException {
    List<Component> list = components.stream().map(ComponentSection::component).toList();
    try {
      return new Manifest(list, streams);
    } catch (IllegalArgumentException refused) {
      throw image.failure("components", refused.getMessage());
    }
  }

  private List<ProgramPlan> programs(ProgramPlan rootProgram) throws ImageException {
    Map<String, ProgramPlan> programs = new TreeMap<>();
    for (ComponentSection section : components) {
      ProgramPlan program = section.program();
      ProgramPlan other =
          program.name().equals(rootProgram.name()) ? rootProgram : programs.get(program.name());
      if (program.name().equals(KERNEL)) {
        throw section.failure("main", "a folder cannot be called kernel: that is another program");
      }
      if (other != null && !other.folder().equals(program.folder())) {
        throw section.failure(
            "main",
            "two folders are called "
                + program.name()
                + ": "
                + root.relativize(other.folder())
                + " and "
                + root.relativize(program.folder())
                + "; rename one");
      }
      if (other == null || other.heapBytes() < program.heapBytes()) {
        programs.put(program.name(), program);
      }
    }
    return List.copyOf(programs.values());
  }
}
