package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teavm.interop.Address;

/**
 * Every architecture module has what {@code kernel/arch-api} declares, with the same signatures.
 */
class ArchitectureInterfaceTest {
  private static final Path KERNEL = Repository.ROOT.resolve("kernel");
  private static final String PACKAGE = "edgex.kernel.arch";
  private static final String CLASSES = "target/classes";
  private static final String SUFFIX = ".class";

  static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(KERNEL)) {
      List<Path> modules =
          folders
              .filter(folder -> folder.getFileName().toString().startsWith("arch-"))
              .filter(folder -> !folder.endsWith("arch-api"))
              .filter(folder -> Files.isDirectory(folder.resolve(CLASSES)))
              .sorted()
              .toList();
      assertTrue(modules.size() >= 3, modules.toString());
      return modules;
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void declaresTheSame(Path module) throws Exception {
    try (URLClassLoader interfaces = loader(KERNEL.resolve("arch-api"));
        URLClassLoader classes = loader(module)) {
      List<String> names = names();
      assertTrue(names.contains("Context"), names.toString());
      for (String name : names) {
        Class<?> declared = interfaces.loadClass(PACKAGE + "." + name);
        Class<?> defined = classes.loadClass(PACKAGE + "." + name);
        Set<String> missing = members(declared);
        missing.removeAll(members(defined));
        assertEquals(Set.of(), missing, module + ": " + name);
      }
    }
  }

  private static URLClassLoader loader(Path module) throws IOException {
    URL[] places = {
      module.resolve(CLASSES).toUri().toURL(),
      KERNEL.resolve("core").resolve(CLASSES).toUri().toURL(),
      KERNEL.resolve("machine").resolve(CLASSES).toUri().toURL(),
      Address.class.getProtectionDomain().getCodeSource().getLocation()
    };
    return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
  }

  private static List<String> names() throws IOException {
    Path folder = KERNEL.resolve("arch-api/" + CLASSES + "/" + PACKAGE.replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("package-info"))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  /** Public members as text, without what only the declaration says: that it is native. */
  private static Set<String> members(Class<?> type) throws IllegalAccessException {
    Set<String> members = new TreeSet<>();
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        members.add(method.toGenericString().replace(" native", ""));
      }
    }
    for (Constructor<?> constructor : type.getConstructors()) {
      members.add(constructor.toGenericString());
    }
    for (Field field : type.getFields()) {
      members.add(field.toGenericString() + " = " + field.get(null));
    }
    return members;
  }
}
