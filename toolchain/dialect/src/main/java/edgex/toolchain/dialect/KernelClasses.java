package edgex.toolchain.dialect;

import edgex.toolchain.dialect.Report.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The classes to check, and a look at the ones they use. */
final class KernelClasses {
  private final Map<String, ClassNode> checked = new TreeMap<>();
  private final ClassLoader others;

  /** Reads all class files below the folders. */
  KernelClasses(List<Path> folders, ClassLoader others) throws IOException {
    this.others = others;
    for (Path folder : folders) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.filter(file -> file.toString().endsWith(".class")).toList()) {
          ClassNode node = parse(Files.readAllBytes(path));
          checked.put(node.name, node);
        }
      }
    }
    if (checked.isEmpty()) {
      throw new IOException("no class files in " + folders);
    }
  }

  private static ClassNode parse(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
    return node;
  }

  Iterable<ClassNode> all() {
    return checked.values();
  }

  /** A class by its internal name, checked or only used. */
  Optional<ClassNode> find(String internalName) {
    ClassNode node = checked.get(internalName);
    if (node != null) {
      return Optional.of(node);
    }
    try (InputStream stream = others.getResourceAsStream(internalName + ".class")) {
      return stream == null ? Optional.empty() : Optional.of(parse(stream.readAllBytes()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A method in a class or the classes above it. */
  Optional<MethodNode> findMethod(String owner, String name, String descriptor) {
    Optional<ClassNode> type = find(owner);
    while (type.isPresent()) {
      for (MethodNode method : type.get().methods) {
        if (method.name.equals(name) && method.desc.equals(descriptor)) {
          return Optional.of(method);
        }
      }
      type = type.get().superName == null ? Optional.empty() : find(type.get().superName);
    }
    return Optional.empty();
  }

  /** Whether a method runs only at boot. Constructors and static initialisers do by nature. */
  boolean isBootOnly(ClassNode owner, MethodNode method) {
    return method.name.startsWith("<")
        || Annotations.has(of(owner), Annotations.BOOT_ONLY)
        || Annotations.has(of(method), Annotations.BOOT_ONLY);
  }

  static List<AnnotationNode> of(ClassNode type) {
    return Annotations.all(type.visibleAnnotations, type.invisibleAnnotations);
  }

  static List<AnnotationNode> of(MethodNode method) {
    return Annotations.all(method.visibleAnnotations, method.invisibleAnnotations);
  }

  static List<AnnotationNode> of(FieldNode field) {
    return Annotations.all(field.visibleAnnotations, field.invisibleAnnotations);
  }

  static Place place(ClassNode owner) {
    return place(owner, "", 0, List.of());
  }

  static Place place(ClassNode owner, FieldNode field) {
    return place(owner, "." + field.name, 0, of(field));
  }

  static Place place(ClassNode owner, MethodNode method) {
    return place(owner, "." + method.name, firstLine(method), of(method));
  }

  private static Place place(
      ClassNode owner, String suffix, int line, List<AnnotationNode> annotations) {
    List<AnnotationNode> exceptions = new ArrayList<>(Annotations.dialectExceptions(annotations));
    exceptions.addAll(Annotations.dialectExceptions(of(owner)));
    return new Place(owner, owner.name.replace('/', '.') + suffix, line, exceptions);
  }

  private static int firstLine(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return 0;
  }
}
